// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.FieldStep;
import io.drey.state.migration.FieldStep.AddField;
import io.drey.state.migration.FieldStep.CastField;
import io.drey.state.migration.FieldStep.RenameClass;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.value.RecordConversion.FieldFate;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RecordType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Applies field steps to a type. */
public final class FieldChanges {
  private final Refusals refusals;
  private final Set<FieldStep> refused = new HashSet<>();

  private FieldChanges(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * The change of a type and of its values.
   *
   * @param type that of a value, an element of a list or the value of a map's entry
   * @param refusals takes what the type does not allow
   */
  public static Changed of(FieldSteps steps, ValueType type, Refusals refusals) {
    List<RenameClass> classes = new ArrayList<>();
    List<FieldStep> others = new ArrayList<>();
    for (FieldStep step : steps.steps()) {
      if (step instanceof RenameClass rename) {
        classes.add(rename);
      } else {
        others.add(step);
      }
    }
    Changed renamed = ClassRenames.apply(classes, type, refusals);
    return renamed.then(new FieldChanges(refusals).all(others, renamed.type()));
  }

  private Changed all(List<FieldStep> steps, ValueType type) {
    FieldNode root = FieldNode.of(steps);
    Changed changed = change(type, root);
    Set<String> known = new TreeSet<>();
    FieldPaths.addTo(known, "", type);
    for (FieldStep lost : root.lost()) {
      String path = lost.place().value();
      String field = lost instanceof AddField ? path.substring(0, path.lastIndexOf('.')) : path;
      refuse(lost, Unknown.message("field", field, known));
    }
    return changed;
  }

  private void refuse(FieldStep step, String message) {
    if (refused.add(step)) {
      refusals.refuse(step.place(), message);
    }
  }

  private Changed change(ValueType type, FieldNode node) {
    if (!node.isWithin()) {
      return Changed.not(type);
    }
    if (type instanceof PojoType pojo) {
      return pojo(pojo, node);
    }
    if ((type instanceof FieldsType tuple && tuple.isTuple()) || type instanceof RowType) {
      return positions((RecordType) type, node);
    }
    Changed within = Within.change(type, inner -> change(inner, node));
    if (within != null) {
      return within;
    }
    if (type instanceof RecordType || type.isOpaque()) {
      String message =
          "Cannot change fields of "
              + type.text()
              + ": only those of POJOs, records,"
              + " tuples and rows can be (use a transform)";
      node.all().forEach(step -> refuse(step, message));
    }
    return Changed.not(type);
  }

  private Changed pojo(PojoType pojo, FieldNode node) {
    Changed itself = fields(pojo, node);
    List<Field> subclasses = new ArrayList<>(pojo.registered());
    subclasses.addAll(pojo.others());
    List<Changed> changed = subclasses.stream().map(each -> change(each.type(), node)).toList();
    int registered = pojo.registered().size();
    PojoType result =
        new PojoType(
            pojo.className(),
            ((PojoType) itself.type()).fields(),
            types(pojo.registered(), changed.subList(0, registered)),
            types(pojo.others(), changed.subList(registered, changed.size())));
    return new Changed(
        result,
        SubclassConversion.of(
            itself.conversion(), subclasses, changed, SubclassConversion.ClassNames.SAME));
  }

  private static List<Field> types(List<Field> fields, List<Changed> changed) {
    List<Field> types = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      types.add(Field.of(fields.get(i).name(), changed.get(i).type()));
    }
    return List.copyOf(types);
  }

  /** Changes the fields of a class, which Flink sorts by name. */
  private Changed fields(PojoType pojo, FieldNode node) {
    List<Field> fields = new ArrayList<>();
    Map<String, FieldFate> fates = new LinkedHashMap<>();
    for (Field field : pojo.fields()) {
      FieldNode own = node.find(field.name());
      if (own == null) {
        fields.add(field);
      } else if (own.isDropped()) {
        fates.put(field.name(), new FieldFate(null, Conversion.NONE));
      } else {
        Changed changed = field(field, own, true);
        String name = own.newName() == null ? field.name() : own.newName();
        fields.add(Field.of(name, changed.type()));
        fates.put(field.name(), new FieldFate(name, changed.conversion()));
      }
    }
    Map<String, @Nullable Object> added = new LinkedHashMap<>();
    node.added().forEach((name, step) -> add(name, step, fields, added));
    checkNames(pojo, fields, node);
    fields.sort(Comparator.comparing(Field::name));
    return new Changed(
        new PojoType(pojo.className(), List.copyOf(fields), List.of(), List.of()),
        RecordConversion.of(fates, added));
  }

  private static void add(
      String name, AddField step, List<Field> fields, Map<String, @Nullable Object> added) {
    fields.add(Field.of(name, FieldTypes.ofField(step.type())));
    added.put(name, step.value());
  }

  private void checkNames(PojoType pojo, List<Field> fields, FieldNode node) {
    Set<String> names = new TreeSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        node.all().stream()
            .filter(step -> gives(step).equals(field.name()))
            .forEach(
                step ->
                    refuse(
                        step,
                        "Cannot name a field '%s': %s has another one of that name"
                            .formatted(field.name(), pojo.text())));
      }
    }
  }

  /** The name of the field that a step makes; empty if it makes none. */
  private static String gives(FieldStep step) {
    if (step instanceof FieldStep.RenameField rename) {
      return rename.to();
    }
    String path = step.place().value();
    return step instanceof AddField ? path.substring(path.lastIndexOf('.') + 1) : "";
  }

  /** Changes the fields of a tuple or a row, which have no names. */
  private Changed positions(RecordType type, FieldNode node) {
    List<Field> fields = new ArrayList<>();
    Map<String, FieldFate> fates = new LinkedHashMap<>();
    String message =
        "Cannot rename, drop or add fields of " + type.text() + ": they have no names, only places";
    node.added().values().forEach(step -> refuse(step, message));
    for (Field field : type.fields()) {
      FieldNode own = node.find(field.name());
      if (own == null) {
        fields.add(field);
        continue;
      }
      if (own.isDropped() || own.newName() != null) {
        own.all().forEach(step -> refuse(step, message));
      }
      Changed changed = field(field, own, false);
      fields.add(Field.of(field.name(), changed.type()));
      fates.put(field.name(), new FieldFate(field.name(), changed.conversion()));
    }
    return new Changed(sameKind(type, List.copyOf(fields)), RecordConversion.of(fates, Map.of()));
  }

  private static ValueType sameKind(RecordType type, List<Field> fields) {
    if (type instanceof RowType row) {
      return new RowType(fields, row.hasKind());
    }
    String text = type.text();
    String name = text.substring(0, text.indexOf('<'));
    return FieldsType.tuple(name, fields.stream().map(Field::type).toList());
  }

  private Changed field(Field field, FieldNode node, boolean isOfClass) {
    CastField cast = node.cast();
    if (cast == null) {
      return change(field.type(), node);
    }
    ValueType wanted = isOfClass ? FieldTypes.ofField(cast.type()) : cast.type();
    ValueType result = Castable.result(field.type(), wanted);
    if (result == null || result.equals(field.type())) {
      String reason =
          result == null
              ? "it is " + field.type().text() + ", which has no meaning as one"
              : "it is one already";
      refuse(
          cast,
          "Cannot cast field '%s' to %s: %s"
              .formatted(cast.place().value(), cast.type().text(), reason));
      return Changed.not(field.type());
    }
    return new Changed(result, Casts.to(result));
  }
}
