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
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (fault instanceof Throwable cause) {
            LOG.log(Level.SEVERE, "A request failed", cause);
        }
        ProblemType type = ProblemType.of(status instanceof Integer code ? code : 500);
        ProtectiveHeaders.addTo(response);
        // Some servers name ISO-8859-1 here.
        response.setCharacterEncoding("UTF-8");
        ProblemWriter.write(Problem.of(type, type.title() + "."), response);
    }
}
