package org.safepython.executor;

import java.util.List;

/** Names of Linux's signals by number. */
final class Signals {
    private static final List<String> NAMES = List.of(
            "SIGHUP",
            "SIGINT",
            "SIGQUIT",
            "SIGILL",
            "SIGTRAP",
            "SIGABRT",
            "SIGBUS",
            "SIGFPE",
            "SIGKILL",
            "SIGUSR1",
            "SIGSEGV",
            "SIGUSR2",
            "SIGPIPE",
            "SIGALRM",
            "SIGTERM",
            "SIGSTKFLT",
            "SIGCHLD",
            "SIGCONT",
            "SIGSTOP",
            "SIGTSTP",
            "SIGTTIN",
            "SIGTTOU",
            "SIGURG",
            "SIGXCPU",
            "SIGXFSZ",
            "SIGVTALRM",
            "SIGPROF",
            "SIGWINCH",
            "SIGIO",
            "SIGPWR",
            "SIGSYS");

    private static final int FIRST_REAL_TIME = 34;

    private Signals() {}

    static String name(int number) {
        if (number <= NAMES.size()) {
            return NAMES.get(number - 1);
        }
        return number < FIRST_REAL_TIME ? "SIG" + number : "SIGRTMIN+" + (number - FIRST_REAL_TIME);
    }
}
