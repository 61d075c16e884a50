package org.safepython.executor.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.settings.Language;

/** Calls a language in the form what it is called in the API. */
@FacesConverter("language")
public class LanguageConverter implements Converter<Language> {
    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable Language language) {
        return language == null ? "" : language.label();
    }

    @Override
    public Language getAsObject(FacesContext context, UIComponent field, @Nullable String label) {
        return Language.labelled(label == null ? "" : label).orElseThrow(() -> new ConverterException("no language"));
    }
}
