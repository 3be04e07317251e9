// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.yaml.YamlJson;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a source is given: events, text in its format, or files. */
final class InputReader {
  private static final String EVENT = "event";
  private static final String FILE = "file";

  private final Pipeline pipeline;
  private final TestPlace place;
  private final Path folder;
  private final Set<Path> files;

  /**
   * @param folder in which files are looked for
   * @param files gets the files that are read
   */
  InputReader(Pipeline pipeline, TestPlace place, Path folder, Set<Path> files) {
    this.pipeline = pipeline;
    this.place = place;
    this.folder = folder;
    this.files = files;
  }

  /** Returns an input; null if a problem is reported. */
  @Nullable Input read(String source, YamlValue value) {
    if (value instanceof YamlScalar scalar) {
      return text(source, scalar);
    }
    if (value instanceof YamlList) {
      place.reject("event", "a mapping, or text in the format of the source,", value);
      return null;
    }
    YamlMapping mapping = (YamlMapping) value;
    YamlMapping.Entry only = mapping.all().size() == 1 ? mapping.all().iterator().next() : null;
    if (only != null && only.key().equals(EVENT) && only.value() instanceof YamlMapping event) {
      return event(event);
    }
    return only != null && only.key().equals(FILE) ? file(source, only.value()) : event(mapping);
  }

  private @Nullable Input event(YamlMapping event) {
    return event.isResolved() ? new Input.OfEvent(YamlJson.of(event).toString(), event.at()) : null;
  }

  private @Nullable Input text(String source, YamlScalar scalar) {
    if (scalar.isNull() || scalar.isUnresolved()) {
      place.reject("event", "a mapping, or text in the format of the source,", scalar);
      return null;
    }
    return hasFormat(source, scalar) ? new Input.OfText(scalar.text(), scalar.at(1, 1)) : null;
  }

  private @Nullable Input file(String source, YamlValue value) {
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      place.reject(FILE, "a path", value);
      return null;
    }
    Path file = folder.resolve(scalar.text());
    if (scalar.isUnresolved() || !hasFormat(source, scalar)) {
      return null;
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      String why = Files.isDirectory(file) ? "it is a directory" : "no such file";
      place.error(scalar.at(), "Cannot read file '" + file + "': " + why);
      return null;
    }
    files.add(file);
    return new Input.OfFile(file, scalar.at());
  }

  private boolean hasFormat(String source, YamlScalar scalar) {
    SourceEntry entry = Objects.requireNonNull(pipeline.sources().get(source));
    if (entry.source().recordFormat() != null) {
      return true;
    }
    String why = "must be a mapping, as source '" + source + "' reads no text, but was ";
    place.error(scalar.at(), "Invalid event: " + why + scalar.shown());
    return false;
  }
}
