package org.safepython.executor.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The connections that are open on both sides, by Linux's own table; read again where it is older than a moment. */
final class ConnectionTable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** Number, local address, remote address, and the state 01, which is "established". */
    private static final Pattern ROW = Pattern.compile(
            "^ *\\d+: \\p{XDigit}+:(?<local>\\p{XDigit}{4})" + " (?<remote>\\p{XDigit}+):(?<port>\\p{XDigit}{4}) 01 ");

    private static Optional<Set<Peer>> latest = Optional.empty();
    private static long readAt = System.nanoTime() - FRESH_NANOS;

    private ConnectionTable() {}

    /** The peers of all open connections; nothing where the system has no such table. */
    static synchronized Optional<Set<Peer>> ofTheKernel() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            latest = read();
            readAt = System.nanoTime();
        }
        return latest;
    }

    private static Optional<Set<Peer>> read() {
        List<Path> tables = TABLES.stream().filter(Files::exists).toList();
        Set<Peer> open = new HashSet<>();
        try {
            for (Path table : tables) {
                Files.readAllLines(table).forEach(row -> add(row, open));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(open));
    }

    private static void add(String row, Set<Peer> open) {
        Matcher columns = ROW.matcher(row);
        if (columns.find()) {
            open.add(new Peer(
                    address(columns.group("remote")),
                    HexFormat.fromHexDigits(columns.group("port")),
                    HexFormat.fromHexDigits(columns.group("local"))));
        }
    }

    /** The table writes addresses as words of the machine. */
    private static InetAddress address(String hex) {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ByteBuffer bytes = ByteBuffer.allocate(words.remaining()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
