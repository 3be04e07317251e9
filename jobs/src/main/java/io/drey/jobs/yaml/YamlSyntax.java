// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 with the core schema into nodes; a syntax error is one problem. */
final class YamlSyntax {
  /** Composing is recursive: deeper nesting would overflow the stack. */
  private static final int DEEPEST = 100;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setAllowRecursiveKeys(false)
          .setAllowNonScalarKeys(true)
          .build();

  private final SourceText source;
  private final Problems problems;

  YamlSyntax(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The root of the document; null if there is none or a problem has been reported. */
  @Nullable Node read(String text) {
    try {
      if (!isOneFlatDocument(text)) {
        return null;
      }
      return new Compose(SETTINGS).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      Position at = e.getProblemMark().map(this::position).orElse(Position.START);
      Position opened = e.getContextMark().map(this::position).orElse(null);
      String cure = new YamlCure(text.lines().toList()).of(at, opened);
      return fail(at, "Invalid YAML: " + plain(e) + cure);
    } catch (ReaderException e) {
      String character = String.format("U+%04X", e.getCodePoint());
      return fail(
          source.position(e.getPosition()), "Invalid YAML: " + character + " is not allowed");
    } catch (YamlEngineException e) {
      return fail(Position.START, "Invalid YAML: " + e.getMessage());
    }
  }

  private boolean isOneFlatDocument(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof DocumentStartEvent) {
        documents++;
      }
      if (depth > DEEPEST) {
        fail(position(event), "Invalid YAML: nested deeper than " + DEEPEST);
        return false;
      }
      if (documents > 1) {
        fail(position(event), "Invalid YAML: a file holds one document");
        return false;
      }
    }
    return true;
  }

  private Position position(Event event) {
    return event.getStartMark().map(this::position).orElse(Position.START);
  }

  private Position position(Mark mark) {
    return source.position(mark.getIndex());
  }

  private static String plain(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (problem.contains("'\\t(TAB)'")) {
      return "a tab cannot indent or separate, use spaces";
    }
    String context = e.getContext();
    return context == null || context.isEmpty() ? problem : problem + " " + context;
  }

  private @Nullable Node fail(Position at, String message) {
    problems.error(at, "", message);
    return null;
  }
}
