package org.safepython.executor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.access.SessionCookie;
import org.safepython.executor.access.SignIns;
import org.safepython.executor.http.Caller;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Scope;

/** Stands behind the page to sign in for one request. */
@Named
@RequestScoped
public class SignInView {
    @Inject
    private KeyRing keys;

    @Inject
    private SignIns signIns;

    @Inject
    private HttpServletRequest request;

    private String key = "";

    /** Gives the browser a token in place of the key, and goes to the page. */
    public void signIn() throws IOException {
        Optional<Key> found = keys.of(key.strip());
        if (found.isEmpty()) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            "key", new FacesMessage(FacesMessage.SEVERITY_ERROR, "This key is not known here.", null));
            return;
        }
        SessionCookie.set(signIns.begin(found.get()), request, response());
        goOn("/");
    }

    /** Takes the token back. */
    public void signOut() throws IOException {
        SessionCookie.token(request).ifPresent(signIns::end);
        SessionCookie.clear(request, response());
        goOn("/sign-in");
    }

    private HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    private void goOn(String path) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + path);
    }

    /** The name of the key that the browser has signed in with; empty where there is none. */
    public String getName() {
        return Caller.of(request).keyName();
    }

    /** What the key of whoever is signed in is good for, in words. */
    public String getScopes() {
        return Caller.of(request).key().stream()
                .flatMap(shown -> shown.scopes().stream())
                .sorted()
                .map(Scope::label)
                .collect(Collectors.joining(", "));
    }

    /** Never given back. */
    public String getKey() {
        return "";
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }
}
