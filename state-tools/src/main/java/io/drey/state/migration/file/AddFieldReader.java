// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.YamlJson;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.json.JsonTree;
import io.drey.state.migration.FieldStep;
import io.drey.state.migration.FieldStep.AddField;
import io.drey.state.migration.Placed;
import io.drey.state.migration.value.Casts;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;

/** Reads the fields that are added. */
record AddFieldReader(Section section, List<FieldStep> steps) {
  private static final List<String> KEYS = List.of("name", "type", "default");

  void read(YamlValue value) {
    if (!(value instanceof YamlMapping mapping)) {
      section.reject("add-field", "fields like [{name, type, default}]", value);
      return;
    }
    String path = section.child("add-field");
    Section field = Section.ofKeys(mapping, path, section.problems(), KEYS);
    KEYS.stream().filter(key -> !field.has(key)).forEach(field::missing);
    Placed<String> name = field.text("name");
    Placed<ValueType> type = TransformReader.type(field, "type");
    YamlValue given = field.find("default");
    if (name != null
        && FieldStepReader.isPath(field, name.value(), name.at())
        && type != null
        && given != null) {
      add(field, name, type.value(), given);
    }
  }

  private void add(Section field, Placed<String> name, ValueType type, YamlValue given) {
    try {
      Object value = Casts.to(type).of(JsonTree.of(YamlJson.of(given).toString()));
      steps.add(new AddField(name, type, value));
    } catch (UnfitValueException e) {
      field.problem(given.at(), "Invalid default: " + e.getMessage());
    }
  }
}
