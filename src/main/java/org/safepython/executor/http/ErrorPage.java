package org.safepython.executor.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers in our own form where the server, or a page, failed. */
@WebServlet("/error-page")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        try {
            answer(statusOf(request), response);
        } catch (IOException gone) {
            // Nobody is there any more, and that may well be the fault.
            LOG.log(Level.FINE, "A client left before the answer", gone);
            return;
        }
        if (fault instanceof Throwable cause) {
            LOG.log(Level.SEVERE, "A request failed", cause);
        }
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
    }

    private static void answer(int status, HttpServletResponse response) throws IOException {
        ProtectiveHeaders.addTo(response);
        // Some servers name ISO-8859-1 here.
        response.setCharacterEncoding("UTF-8");
        ProblemType type = ProblemType.of(status);
        ProblemWriter.write(Problem.of(type, type.title() + "."), response);
        response.flushBuffer();
    }
}
