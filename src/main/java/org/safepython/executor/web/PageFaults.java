package org.safepython.executor.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the faults of the page to the error page; Faces itself would answer scripts with 200 and the fault's class. */
public final class PageFaults extends ExceptionHandlerFactory {
    private static final Logger LOG = Logger.getLogger(PageFaults.class.getName());
    private static final int MALFORMED = 400;
    private static final int OURS = 500;

    public PageFaults(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            if (events.hasNext()) {
                Throwable fault = events.next().getContext().getException();
                answer(statusOf(fault));
            }
            while (events.hasNext()) {
                events.next();
            }
        }

        /** Nothing of ours can expire: whoever sends another view's state has made it up. */
        private static int statusOf(Throwable fault) {
            if (fault instanceof ViewExpiredException) {
                return MALFORMED;
            }
            LOG.log(Level.SEVERE, "The page failed", fault);
            return OURS;
        }

        private static void answer(int status) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(status, "");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            faces.responseComplete();
        }
    }
}
