"use strict";

SwaggerUIBundle({
  url: "openapi",
  dom_id: "#api",
  deepLinking: false,
  validatorUrl: null,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis],
});
