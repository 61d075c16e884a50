package org.safepython.executor.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Tells the server who sends a request: the holder of the key in {@code Authorization: Bearer}, or of the token that the
 * page's cookie has. It refuses nobody; the guard does, in our own words. Thread safe.
 */
@ApplicationScoped
public class KeyMechanism implements HttpAuthenticationMechanism {
    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<KeyCredential> credential = KeyCredential.in(request);
        if (credential.isEmpty()) {
            return context.doNothing();
        }
        CredentialValidationResult result = stores.validate(credential.get());
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return context.doNothing();
        }
        return context.notifyContainerAboutLogin(result);
    }
}
