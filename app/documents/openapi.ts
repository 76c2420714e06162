import { z } from "zod";
import { ApiCommitment, ApiDirectory, ApiEntries, ApiJourney } from "./api-schemas.ts";

const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema,
});
const inPath = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});
const slug = inPath("slug", "The organisation's address, as in /journeys/<slug>.");

const schemas = {
  Directory: ApiDirectory,
  Journey: ApiJourney,
  Entries: ApiEntries,
  Commitment: ApiCommitment,
};

function reading(operationId: string, summary: string, schema: keyof typeof schemas, parameters: object[]) {
  const notFound = {
    description: "There is no such thing.",
    content: { "text/plain": { schema: { type: "string" } } },
  };
  return {
    get: {
      operationId,
      summary,
      tags: ["Public record"],
      parameters,
      responses: {
        "200": {
          description: summary,
          content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
        },
        "304": { description: "Nothing has changed since the ETag sent in If-None-Match." },
        "400": { ...notFound, description: "A parameter makes no sense; the answer says which." },
        "404": notFound,
      },
    },
  };
}

/** The OpenAPI 3.1 document of the read-only API. */
export function openApiDocument(site: string): string {
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Kept: public journeys",
      version: "1.0.0",
      summary: "What organisations promised about anti-racism in co-production, and what came of it.",
      description:
        "Read-only and open to anybody. Everything here is folded from each organisation's public record, which can be verified.",
      license: { name: "MPL-2.0", identifier: "MPL-2.0" },
    },
    servers: [{ url: site }],
    security: [],
    tags: [{ name: "Public record", description: "Journeys folded from signed records." }],
    paths: {
      "/api/v1/journeys": reading(
        "listJourneys",
        "The organisations with a public record, by name.",
        "Directory",
        [
          query("search", "Words in the name.", { type: "string" }),
          query("region", "Only this region.", { type: "string" }),
          query("kind", "Only this kind of organisation.", {
            type: "string",
            enum: ["university", "nhs", "council", "charity", "other"],
          }),
          query("after", "The slug of the last organisation already seen.", { type: "string" }),
        ],
      ),
      "/api/v1/journeys/{slug}": reading("readJourney", "One journey with its commitments.", "Journey", [
        slug,
      ]),
      "/api/v1/journeys/{slug}/entries": reading(
        "listEntries",
        "The record's entries, oldest first.",
        "Entries",
        [slug, query("after", "The number of the last entry already seen.", { type: "integer", minimum: 0 })],
      ),
      "/api/v1/journeys/{slug}/commitments/{id}": reading(
        "readCommitment",
        "One commitment with its measures and milestones.",
        "Commitment",
        [slug, inPath("id", "The commitment's id.")],
      ),
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => {
          const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
          return [name, rest];
        }),
      ),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
