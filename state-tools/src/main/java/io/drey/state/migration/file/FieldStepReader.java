// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.FieldStep;
import io.drey.state.migration.FieldStep.CastField;
import io.drey.state.migration.FieldStep.DropField;
import io.drey.state.migration.FieldStep.RenameClass;
import io.drey.state.migration.FieldStep.RenameField;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the steps that change fields and classes. */
final class FieldStepReader {
  static final List<String> KEYS =
      List.of("rename-field", "drop-field", "add-field", "cast-field", "rename-class");

  private static final String NAME = "[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*";
  private static final Predicate<String> IS_NAME = Pattern.compile(NAME).asMatchPredicate();
  private static final Predicate<String> IS_PATH =
      Pattern.compile(NAME + "(\\." + NAME + ")*").asMatchPredicate();

  private final Section section;
  private final List<FieldStep> steps = new ArrayList<>();

  private FieldStepReader(Section section) {
    this.section = section;
  }

  /** The steps of a state; null if there are none. */
  static @Nullable FieldSteps read(Section section) {
    FieldStepReader reader = new FieldStepReader(section);
    reader.renames("rename-field", IS_NAME, "a name", RenameField::new);
    reader.renames("rename-class", IS_PATH, "the name of a class", RenameClass::new);
    reader.casts();
    reader.each("drop-field", "fields like [a, b.c]", reader::drop);
    AddFieldReader adds = new AddFieldReader(section, reader.steps);
    reader.each("add-field", "fields like [{name, type, default}]", adds::read);
    new FieldConflicts(section).check(reader.steps);
    return reader.steps.isEmpty() ? null : new FieldSteps(List.copyOf(reader.steps));
  }

  private void renames(String key, Predicate<String> isName, String rule, Renaming renaming) {
    Section names = section.names(key);
    if (names == null) {
      return;
    }
    for (YamlMapping.Entry entry : names.mapping().all()) {
      Placed<String> to = names.text(entry.key(), entry.value());
      if (to == null) {
        continue;
      }
      if (!isName.test(to.value()) || to.value().equals(entry.key())) {
        names.reject(entry.key(), "renamed to " + rule + " that is new", entry.value());
      } else if (isPath(names, entry.key(), entry.at())) {
        steps.add(renaming.step(names.key(entry), to.value()));
      }
    }
  }

  private void casts() {
    Section casts = section.names("cast-field");
    if (casts == null) {
      return;
    }
    for (YamlMapping.Entry entry : casts.mapping().all()) {
      Placed<String> text = casts.text(entry.key(), entry.value());
      Placed<ValueType> type = text == null ? null : TransformReader.type(casts, text);
      if (isPath(casts, entry.key(), entry.at()) && type != null) {
        steps.add(new CastField(casts.key(entry), type.value()));
      }
    }
  }

  private void drop(YamlValue value) {
    Placed<String> path = section.text("drop-field", value);
    if (path != null && isPath(section, path.value(), path.at())) {
      steps.add(new DropField(path));
    }
  }

  /** Reads a list, or a value that stands for a list of one. */
  private void each(String key, String rule, Consumer<YamlValue> read) {
    YamlValue value = section.find(key);
    if (value instanceof YamlList list && !list.items().isEmpty()) {
      list.items().forEach(read);
    } else if (value instanceof YamlList || (value instanceof YamlScalar word && word.isNull())) {
      section.reject(key, rule, value);
    } else if (value != null) {
      read.accept(value);
    }
  }

  static boolean isPath(Section section, String path, Position at) {
    boolean isPath = IS_PATH.test(path);
    if (!isPath) {
      section.problem(at, "Invalid field: must be like a or a.b.c but was '" + path + "'");
    }
    return isPath;
  }

  /** Makes a step that renames something. */
  private interface Renaming {
    FieldStep step(Placed<String> place, String to);
  }
}
