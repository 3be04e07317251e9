// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.FieldStep.RenameClass;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives classes other names: POJOs, records and enums, and their subclasses. */
final class ClassRenames {
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> known = new TreeSet<>();

  private ClassRenames(List<RenameClass> steps) {
    steps.forEach(step -> names.put(step.place().value(), step.to()));
  }

  static Changed apply(List<RenameClass> steps, ValueType type, Refusals refusals) {
    ClassRenames renames = new ClassRenames(steps);
    Changed changed = renames.change(type);
    for (RenameClass step : steps) {
      String name = step.place().value();
      if (!renames.known.contains(name)) {
        refusals.refuse(step.place(), Unknown.message("class", name, renames.known));
      }
    }
    return changed;
  }

  private String nameOf(String name) {
    known.add(name);
    return names.getOrDefault(name, name);
  }

  private Changed change(ValueType type) {
    if (type instanceof EnumType constants) {
      String name = nameOf(constants.className());
      return Changed.not(new EnumType(name, constants.constants()));
    }
    if (type instanceof PojoType pojo) {
      return pojo(pojo);
    }
    if (type instanceof FieldsType tuple && tuple.isTuple()) {
      List<Changed> fields = changes(tuple.fields());
      return new Changed(
          new FieldsType(tuple.text(), renamed(tuple.fields(), fields), true),
          conversion(tuple.fields(), fields));
    }
    if (type instanceof RowType row) {
      List<Changed> fields = changes(row.fields());
      return new Changed(
          new RowType(renamed(row.fields(), fields), row.hasKind()),
          conversion(row.fields(), fields));
    }
    Changed within = Within.change(type, this::change);
    if (within == null) {
      return Changed.not(type);
    }
    return within.type() instanceof MapType map
        ? new Changed(new MapType(change(map.key()).type(), map.value()), within.conversion())
        : within;
  }

  private Changed pojo(PojoType pojo) {
    List<Changed> fields = changes(pojo.fields());
    List<Field> subclasses = new ArrayList<>(pojo.registered());
    subclasses.addAll(pojo.others());
    List<Changed> changed = changes(subclasses);
    int registered = pojo.registered().size();
    PojoType renamed =
        new PojoType(
            nameOf(pojo.className()),
            renamed(pojo.fields(), fields),
            classes(pojo.registered(), changed.subList(0, registered)),
            classes(pojo.others(), changed.subList(registered, changed.size())));
    Conversion own = conversion(pojo.fields(), fields);
    return new Changed(renamed, SubclassConversion.of(own, subclasses, changed, this::nameOf));
  }

  private List<Changed> changes(List<Field> fields) {
    return fields.stream().map(field -> change(field.type())).toList();
  }

  private static List<Field> renamed(List<Field> fields, List<Changed> changed) {
    List<Field> renamed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      renamed.add(Field.of(fields.get(i).name(), changed.get(i).type()));
    }
    return List.copyOf(renamed);
  }

  private List<Field> classes(List<Field> fields, List<Changed> changed) {
    List<Field> classes = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      classes.add(Field.of(nameOf(fields.get(i).name()), changed.get(i).type()));
    }
    return List.copyOf(classes);
  }

  private static Conversion conversion(List<Field> fields, List<Changed> changed) {
    Map<String, RecordConversion.FieldFate> fates = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (changed.get(i).conversion() != Conversion.NONE) {
        fates.put(name, new RecordConversion.FieldFate(name, changed.get(i).conversion()));
      }
    }
    return RecordConversion.of(fates, Map.of());
  }
}
