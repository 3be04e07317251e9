// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import io.drey.jobs.expression.Template;
import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Projection;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a sink writes events as lines. */
public record LineOptions(
    @Option(value = "the format of the lines", byDefault = "json") OutputFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields,
    @Option("with text, the line: a text with expressions in it, each as ${…}")
        @Nullable Template template)
    implements Serializable {
  private static final String REMEDY =
      "Missing template: format text needs one, like '${event.user} ${event.path}'";

  public LineOptions {
    fields = fields == null ? null : List.copyOf(fields);
    boolean isText = format == OutputFormat.TEXT;
    if (isText && template == null) {
      throw new InvalidOptionsException(
          List.of(new OptionProblem(List.of("format"), REMEDY)), null);
    }
    if (isText && fields != null) {
      throw new IllegalArgumentException(
          "Invalid fields: must be left out with format text but was given");
    }
    if (!isText && template != null) {
      throw new IllegalArgumentException(
          "Invalid template: must be left out unless format is text but was given");
    }
  }

  /** All fields of events in a format other than text. */
  public static LineOptions of(OutputFormat format) {
    return new LineOptions(format, null, null);
  }

  /** A writer of such lines. */
  public LineFormat lines() {
    Projection projection = fields == null ? null : Projection.of(fields);
    return switch (format) {
      case JSON -> new JsonFormat(projection);
      case LOGFMT -> new LogfmtFormat(projection);
      case CSV -> new DelimitedFormat(projection, Delimiter.COMMA);
      case TSV -> new DelimitedFormat(projection, Delimiter.TAB);
      case TEXT -> new TextFormat(Objects.requireNonNull(template));
    };
  }
}
