package org.safepython.executor.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Scope;

/** Knows the holders of keys; their scopes are their groups, and so their roles. Thread safe. */
@ApplicationScoped
public class KeyStore implements IdentityStore {
    @Inject
    private KeyRing keys;

    @Inject
    private SignIns signIns;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof KeyCredential known) {
            return keyOf(known).map(KeyStore::valid).orElse(CredentialValidationResult.INVALID_RESULT);
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private Optional<Key> keyOf(KeyCredential credential) {
        return credential instanceof KeyCredential.Secret shown
                ? keys.of(shown.secret())
                : signIns.keyOf(((KeyCredential.Token) credential).token());
    }

    private static CredentialValidationResult valid(Key key) {
        return new CredentialValidationResult(
                key.name(), key.scopes().stream().map(Scope::label).collect(Collectors.toSet()));
    }
}
