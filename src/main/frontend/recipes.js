/** The current run as other programs would ask for it; with the place for a key, where one is needed. */

const AUTHORIZATION = "Bearer YOUR_KEY";

export const RECIPES = { curl, Python: python, "Java HttpClient": java };

/** JSON has no word that a shell would touch between the quoted marks. */
function curl(address, program, isKeyed) {
  const key = isKeyed ? ` -H 'Authorization: ${AUTHORIZATION}'` : "";
  return `curl -H 'Content-Type: application/json'${key} --data-binary @- '${address}' <<'END'
${JSON.stringify(program)}
END
`;
}

/** Strings and lists, and only such are in it, are the same in JSON and in Python. */
function python(address, program, isKeyed) {
  const key = isKeyed ? `, "Authorization": "${AUTHORIZATION}"` : "";
  return `import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

program = ${JSON.stringify(program, null, 4)}
request = Request(
    ${JSON.stringify(address)},
    json.dumps(program).encode(),
    {"Content-Type": "application/json"${key}},
)
try:
    result = json.load(urlopen(request))
    print(result["outcome"], result["stdout"], result["stderr"], sep="\\n")
except HTTPError as refused:
    print(json.load(refused)["detail"])
`;
}

function java(address, program, isKeyed) {
  const key = isKeyed ? `
                .header("Authorization", "${AUTHORIZATION}")` : "";
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Run {
    public static void main(String[] args) throws Exception {
        String program = ${literal(JSON.stringify(program))};
        HttpRequest request = HttpRequest.newBuilder(URI.create(${JSON.stringify(address)}))
                .header("Content-Type", "application/json")${key}
                .POST(HttpRequest.BodyPublishers.ofString(program))
                .build();
        System.out.println(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
`;
}

/** A class file holds no constant of more than 65,535 bytes. */
const LONGEST_CONSTANT = 10_000;

/** A string of JSON in Java; escapes are the same in both. */
function literal(json) {
  const parts = json.match(new RegExp(`.{1,${LONGEST_CONSTANT}}`, "gsu")).map((part) => JSON.stringify(part));
  return parts.length === 1 ? parts[0] : `String.join("", ${parts.join(", ")})`;
}
