// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.text.DurationText;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a test is given: a list of what happens, or the inputs of each source. */
final class GivenReader {
  private static final String ADVANCE_TO = "advance-to";
  private static final String ADVANCE_BY = "advance-by";
  private static final String RESTORE = "restore";
  private static final String END = "end";

  private static final List<String> WORDS = List.of(ADVANCE_TO, ADVANCE_BY, RESTORE, END);

  /** No field of an event has such a name by chance, so that a slip can be told from an event. */
  private static final List<String> TELLING = List.of(ADVANCE_TO, ADVANCE_BY, RESTORE);

  private static final String AN_EVENT = " (an event with that field: event: {…})";

  private final Pipeline pipeline;
  private final TestPlace place;
  private final InputReader inputs;
  private boolean ended;

  GivenReader(Pipeline pipeline, TestPlace place, InputReader inputs) {
    this.pipeline = pipeline;
    this.place = place;
    this.inputs = inputs;
  }

  List<Given> read(YamlValue value) {
    List<Given> given = new ArrayList<>();
    if (value instanceof YamlList list) {
      list.items().forEach(item -> add(item(item), given));
    } else if (value instanceof YamlMapping mapping) {
      given.add(new Given.Read(bySource(mapping)));
    } else {
      place.reject("given", "a list, or a mapping of sources to lists,", value);
    }
    return given;
  }

  /**
   * Successive inputs of a source are one, so that the order of the list is the order of reading.
   */
  private static void add(@Nullable Given item, List<Given> to) {
    if (item != null) {
      to.add(item);
    }
  }

  private @Nullable Given item(YamlValue item) {
    if (ended) {
      place.error(item.at(), "Invalid given: must end with end: true");
      return null;
    }
    if (item instanceof YamlMapping mapping) {
      YamlMapping.Entry only = mapping.all().size() == 1 ? mapping.all().iterator().next() : null;
      if (only != null && WORDS.contains(only.key())) {
        return happening(only.key(), only.value());
      }
      if (isBySource(mapping)) {
        return new Given.Read(bySource(mapping));
      }
      if (hasSlip(mapping)) {
        return null;
      }
    }
    return ofOnlySource(item);
  }

  private boolean isBySource(YamlMapping mapping) {
    return !mapping.all().isEmpty()
        && mapping.all().stream()
            .allMatch(
                entry ->
                    pipeline.sources().containsKey(entry.key())
                        && entry.value() instanceof YamlList);
  }

  /** Whether it is meant to say what happens, but does not; reports it. */
  private boolean hasSlip(YamlMapping mapping) {
    for (YamlMapping.Entry entry : mapping.all()) {
      if (TELLING.contains(entry.key())) {
        place.error(entry.at(), "Invalid " + entry.key() + ": must stand alone" + AN_EVENT);
        return true;
      }
      if (mapping.all().size() == 1 && Unknown.isNear(entry.key(), TELLING)) {
        place.error(entry.at(), Unknown.message("key", entry.key(), WORDS) + AN_EVENT);
        return true;
      }
    }
    return false;
  }

  private @Nullable Given happening(String word, YamlValue value) {
    return switch (word) {
      case ADVANCE_TO -> advanceTo(value);
      case ADVANCE_BY -> advanceBy(value);
      case RESTORE -> isTrue(word, value) ? new Given.Restore() : null;
      default -> end(word, value);
    };
  }

  private @Nullable Given end(String word, YamlValue value) {
    ended = isTrue(word, value);
    return ended ? new Given.End() : null;
  }

  private boolean isTrue(String word, YamlValue value) {
    if (value instanceof YamlScalar scalar && scalar.isPlain() && scalar.text().equals("true")) {
      return true;
    }
    place.reject(word, "true", value);
    return false;
  }

  private @Nullable Given advanceTo(YamlValue value) {
    if (value instanceof YamlScalar scalar) {
      try {
        return new Given.AdvanceTo(OffsetDateTime.parse(scalar.text()).toInstant());
      } catch (DateTimeException e) {
        // rejected below
      }
    }
    place.reject(ADVANCE_TO, "an instant like 2024-01-15T10:00:30Z", value);
    return null;
  }

  private @Nullable Given advanceBy(YamlValue value) {
    if (value instanceof YamlScalar scalar) {
      try {
        return new Given.AdvanceBy(DurationText.parse(scalar.text()));
      } catch (IllegalArgumentException e) {
        // rejected below
      }
    }
    place.reject(ADVANCE_BY, "a duration like 30s", value);
    return null;
  }

  private @Nullable Given ofOnlySource(YamlValue item) {
    if (pipeline.sources().size() > 1) {
      List<String> ids = List.copyOf(pipeline.sources().keySet());
      place.error(
          item.at(),
          "Invalid given: must name the source, like "
              + ids.get(0)
              + ": […] (known: "
              + String.join(", ", ids)
              + ")");
      return null;
    }
    String only = pipeline.sources().keySet().iterator().next();
    Input input = inputs.read(only, item);
    return input == null ? null : new Given.Read(Map.of(only, List.of(input)));
  }

  private Map<String, List<Input>> bySource(YamlMapping mapping) {
    Map<String, List<Input>> bySource = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!pipeline.sources().containsKey(entry.key())) {
        place.error(
            entry.at(), Unknown.message("source", entry.key(), pipeline.sources().keySet()));
      } else if (entry.value() instanceof YamlList list) {
        bySource.put(entry.key(), ofSource(entry.key(), list));
      } else {
        place.reject(entry.key(), "a list", entry.value());
      }
    }
    return bySource;
  }

  private List<Input> ofSource(String source, YamlList list) {
    List<Input> read = new ArrayList<>();
    for (YamlValue item : list.items()) {
      boolean happens =
          item instanceof YamlMapping mapping
              && mapping.all().size() == 1
              && WORDS.contains(mapping.keys().iterator().next());
      Input input = happens ? null : inputs.read(source, item);
      if (happens) {
        place.error(
            item.at(),
            "Invalid given: must be an event here; what happens to all sources is an"
                + " item of the list of given");
      } else if (input != null) {
        read.add(input);
      }
    }
    return read;
  }
}
