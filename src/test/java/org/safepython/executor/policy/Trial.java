package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.safepython.executor.settings.Language;

/**
 * One tricky program: what our front end sees in it, and what the guest's CPython makes of it.
 *
 * @param seen the names, or nothing if it is refused before any rule about names
 */
record Trial(byte[] program, Optional<List<String>> seen, GuestPython.Answer real) {

    /** Has the guest read and really run the programs. */
    static List<Trial> running(List<byte[]> programs, GuestPython guest) {
        return of(programs, guest.run(programs), guest.language());
    }

    /** Has the guest only read them. */
    static List<Trial> reading(List<byte[]> programs, GuestPython guest) {
        return of(programs, guest.read(programs), guest.language());
    }

    private static List<Trial> of(List<byte[]> programs, List<GuestPython.Answer> answers, Language language) {
        return IntStream.range(0, programs.size())
                .mapToObj(i -> new Trial(programs.get(i), Seen.read(programs.get(i), language), answers.get(i)))
                .toList();
    }

    /** Whether the front end sees a variable or attribute of this name. */
    boolean sees(String name) {
        return seen.orElseThrow().stream().anyMatch(line -> line.matches("[na] " + name + " [0-9]+ [0-9]+"));
    }

    /** Whether both read it. */
    boolean isRead() {
        return seen.isPresent() && real.parsed();
    }

    /** What one of the two reads in it and the other does not. */
    List<String> differences() {
        return Seen.differences(seen.orElseThrow(), real.names());
    }

    @Override
    public String toString() {
        return new String(program, UTF_8);
    }
}
