package org.safepython.executor.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An API key as the operator's file has it: never the secret itself. Secrets are 256 random bits, which nobody finds by
 * trying, so that a plain digest hides them. Immutable.
 *
 * @param name who has it, for people: in the log and as the name of the client
 * @param scopes what it is good for
 * @param digest SHA-256 of the secret, hexadecimal
 * @param perMinute requests a minute, where it has a limit of its own
 * @param runs programs at once, where it has a limit of its own
 */
public record Key(String name, Set<Scope> scopes, String digest, OptionalInt perMinute, OptionalInt runs) {
    /** What every secret begins with, so that one is recognised where it should not be. */
    public static final String PREFIX = "spe_";

    private static final int SECRET_BYTES = 32;

    public Key {
        scopes = Set.copyOf(scopes);
    }

    /** Without the digest: a log is no place for it. */
    @Override
    public String toString() {
        return "Key " + name;
    }

    /** A new secret. */
    public static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The digest of a secret, hexadecimal. */
    public static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a secret of this digest is the one; takes the same time whatever differs. */
    public boolean has(String otherDigest) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), otherDigest.getBytes(StandardCharsets.US_ASCII));
    }
}
