package org.safepython.executor.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text of several lines exact on its way through a field: HTML swallows a line feed at the start of a field, and
 * browsers send line ends of two characters.
 */
@FacesConverter("lines")
public class LinesConverter implements Converter<String> {
    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable String text) {
        return "\n" + (text == null ? "" : text);
    }

    @Override
    public String getAsObject(FacesContext context, UIComponent field, @Nullable String sent) {
        return sent == null ? "" : sent.replace("\r\n", "\n");
    }
}
