package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.safepython.executor.http.Assets;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** {@code GET /problems/NAME}: what an error means and what to do. */
@Singleton
@Path("problems")
public class ProblemResource {
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <title>%2$s – Safe Python Executor</title>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="%7$s">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <header><h1>%2$s</h1><p>Status %3$d, <code>%4$s</code></p></header>
            <main>
            <h2>What it means</h2>
            <p>%5$s</p>
            <h2>What to do</h2>
            <p>%6$s</p>
            </main>
            <footer><p><a href="%1$s/">To the page where programs run</a></p></footer>
            </body>
            </html>
            """;

    private final Assets assets;

    @Inject
    public ProblemResource(Assets assets) {
        this.assets = assets;
    }

    /** For programs. */
    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response problem(@PathParam("name") String name) {
        ProblemType type = named(name);
        return Responses.json(JsonNodeFactory.instance
                .objectNode()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("meaning", type.meaning())
                .put("advice", type.advice()));
    }

    /** For people, who come with a browser. */
    @GET
    @Path("{name}")
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    public Response page(@PathParam("name") String name, @Context HttpServletRequest request) {
        return Responses.whole(
                Response.ok().type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")),
                page(named(name), request.getContextPath()).getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemType named(String name) {
        return ProblemType.labelled(name)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no problem of this name.")));
    }

    private String page(ProblemType type, String contextPath) {
        return HTML.formatted(
                contextPath,
                type.title(),
                type.status(),
                type.uri(),
                inHtml(type.meaning()),
                inHtml(type.advice()),
                assets.address("page.css"));
    }

    private static String inHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
