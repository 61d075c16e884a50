package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepython.executor.server.Wire.Reply;

/** The shipped description of the API: what it says about answers, and the examples in it. */
final class Description {
    private static final String ADDRESS = "https://described.test/openapi";
    private static final String TEXT = text();
    private static final JsonNode ROOT = Json.parse(TEXT);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                            .build())
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, TEXT))));

    private Description() {}

    /** The document as it is shipped. */
    static String text() {
        try {
            return Files.readString(Path.of("docs/openapi.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Something at a JSON pointer of the document. */
    static JsonNode at(String pointer) {
        return ROOT.at(pointer);
    }

    /** The address of a path, with a value for what it has in braces. */
    static String address(String path) {
        return path.replace("{id}", "9f1c2b7a5d3e48f0a6b1c2d3e4f5a6b7").replace("{name}", "busy");
    }

    /** What a value has wrong by the schema at a pointer. */
    static Set<ValidationMessage> faults(String pointer, JsonNode value) {
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer));
        return schema.validate(value);
    }

    /** Every example of an answer. */
    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String path : Json.names(at("/paths"))) {
            for (String method : Json.names(at("/paths/" + escaped(path)))) {
                String operation = "/paths/" + escaped(path) + "/" + method;
                for (String status : Json.names(at(operation + "/responses"))) {
                    addExamples(path, method, status, examples);
                }
            }
        }
        return examples;
    }

    private static void addExamples(String path, String method, String status, List<Example> examples) {
        String operation = "/paths/" + escaped(path) + "/" + method;
        String pointer = resolved(operation + "/responses/" + status);
        for (String type : Json.names(at(pointer + "/content"))) {
            String content = pointer + "/content/" + escaped(type);
            for (String name : Json.names(at(content + "/examples"))) {
                examples.add(new Example(operation, path, method, status, pointer, type, name));
            }
        }
    }

    private static String resolved(String pointer) {
        JsonNode reference = at(pointer + "/$ref");
        return reference.isMissingNode() ? pointer : reference.textValue().substring(1);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * One example of an answer.
     *
     * @param operation pointer to its operation
     * @param path path of the operation, with braces
     * @param method method of the operation
     * @param status status of the answer
     * @param answer pointer to the description of the answer
     * @param type media type of the answer
     * @param name what the example is called; a request of that name leads to it
     */
    record Example(
            String operation, String path, String method, String status, String answer, String type, String name) {
        JsonNode value() {
            return at(here() + "/value");
        }

        String schema() {
            return answer + "/content/" + escaped(type) + "/schema";
        }

        /** In what its request differs from the first of the operation; missing where only its name tells. */
        JsonNode difference() {
            return at(here() + "/x-request");
        }

        /** The example of a request that has its name, with the type of it, or else the first. */
        JsonNode body() {
            JsonNode named = at(bodies("application/json") + "/" + name);
            return named.isMissingNode() ? first() : named.path("value");
        }

        private JsonNode first() {
            JsonNode examples = at(bodies("application/json"));
            return examples.isMissingNode()
                    ? TextNode.valueOf("")
                    : examples.iterator().next().path("value");
        }

        /** Whether the document says how to get it. */
        boolean isSent() {
            return !difference().isMissingNode() || isNamed("application/json") || isProgram();
        }

        /** Whether the program itself is sent. */
        boolean isProgram() {
            return isNamed("text/x-python");
        }

        private boolean isNamed(String requestType) {
            return !at(bodies(requestType) + "/" + name).isMissingNode();
        }

        JsonNode program() {
            return at(bodies("text/x-python") + "/" + name + "/value");
        }

        private String bodies(String requestType) {
            return operation + "/requestBody/content/" + escaped(requestType) + "/examples";
        }

        private String here() {
            return answer + "/content/" + escaped(type) + "/examples/" + name;
        }

        /** Checks that an answer is as the description says, and of the kind of the example. */
        void assertDescribes(Reply reply) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(Integer.parseInt(status));
            assertThat(reply.header("Content-Type")).singleElement().asString().startsWith(type);
            for (String header : Json.names(at(answer + "/headers"))) {
                assertHeader(header, reply);
            }
            if (type.endsWith("json")) {
                JsonNode body = Json.parse(reply.body());
                assertThat(faults(schema(), body)).as(reply.body()).isEmpty();
                for (String kind : List.of("/type", "/outcome")) {
                    assertThat(value().at(kind).isTextual() ? body.at(kind) : value().at(kind))
                            .isEqualTo(value().at(kind));
                }
            } else {
                assertThat(reply.body()).isNotBlank();
            }
        }

        private void assertHeader(String header, Reply reply) {
            String pointer = resolved(answer + "/headers/" + header);
            List<String> values = reply.header(header);
            assertThat(values.size()).as(header).isLessThanOrEqualTo(1);
            if (at(pointer + "/required").booleanValue()) {
                assertThat(values).as(header).hasSize(1);
            }
            for (String value : values) {
                boolean number = at(pointer + "/schema/type").asText().equals("integer");
                assertThat(faults(pointer + "/schema", number ? Json.parse(value) : TextNode.valueOf(value)))
                        .as(header)
                        .isEmpty();
            }
        }

        @Override
        public String toString() {
            return method + " " + path + " " + status + " " + name;
        }
    }
}
