// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.format.Framing;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The array of a JSON document whose elements are the records of a log. */
final class JsonRecords {
  /** Of CloudTrail, Kubernetes, CloudWatch and OTLP. */
  private static final List<String> PATHS =
      List.of(
          "Records",
          "items",
          "logEvents",
          "resourceLogs.scopeLogs.logRecords",
          "resourceSpans.scopeSpans.spans");

  private JsonRecords() {}

  /** The path of the array; null if the document has none that is known. */
  static @Nullable String path(Event document) {
    return PATHS.stream()
        .filter(path -> isArrayOfObjects(document.value(FieldPath.of(path.split("\\.", -1)[0]))))
        .findFirst()
        .orElse(null);
  }

  private static boolean isArrayOfObjects(@Nullable JsonValue value) {
    List<JsonValue> elements = value == null ? null : value.elements();
    return elements != null
        && !elements.isEmpty()
        && elements.stream().allMatch(element -> element.kind() == JsonValue.Kind.OBJECT);
  }

  static Candidate candidate(String path) {
    return Candidate.json(
        "JSON documents with an array of records", Framing.LINES, FieldPath.of(path));
  }
}
