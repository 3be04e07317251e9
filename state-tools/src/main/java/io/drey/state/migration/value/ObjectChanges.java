// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.migration.value.RecordConversion.FieldFate;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes all objects of any class within a type, wherever they are. */
final class ObjectChanges {
  private final Change objects;

  private ObjectChanges(Change objects) {
    this.objects = objects;
  }

  /** Returns what becomes of a type if something becomes of such objects in it. */
  static Changed apply(ValueType type, Change objects) {
    return new ObjectChanges(objects).change(type, "");
  }

  /** What becomes of objects. */
  @FunctionalInterface
  interface Change {
    /**
     * Returns what becomes of objects in one place.
     *
     * @param path the names of the fields that lead there; empty for whole values
     */
    Changed of(AnyObject type, String path);
  }

  private Changed change(ValueType type, String path) {
    if (type instanceof AnyObject any) {
      return objects.of(any, path);
    }
    if (type instanceof PojoType pojo) {
      return pojo(pojo, path);
    }
    if (type instanceof FieldsType tuple && tuple.isTuple()) {
      List<Changed> fields = changes(tuple.fields(), prefix(path));
      List<ValueType> types = fields.stream().map(Changed::type).toList();
      String name = tuple.text().substring(0, tuple.text().indexOf('<'));
      return new Changed(FieldsType.tuple(name, types), conversion(tuple.fields(), fields));
    }
    if (type instanceof RowType row) {
      List<Changed> fields = changes(row.fields(), prefix(path));
      return new Changed(
          new RowType(with(row.fields(), fields), row.hasKind()), conversion(row.fields(), fields));
    }
    Changed within = Within.change(type, inner -> change(inner, path));
    return within == null ? Changed.not(type) : within;
  }

  private Changed pojo(PojoType pojo, String path) {
    List<Changed> fields = changes(pojo.fields(), prefix(path));
    List<Field> subclasses = new ArrayList<>(pojo.registered());
    subclasses.addAll(pojo.others());
    List<Changed> changed =
        subclasses.stream()
            .map(each -> change(each.type(), prefix(path) + ClassName.simple(each.name())))
            .toList();
    int registered = pojo.registered().size();
    PojoType result =
        new PojoType(
            pojo.className(),
            with(pojo.fields(), fields),
            with(pojo.registered(), changed.subList(0, registered)),
            with(pojo.others(), changed.subList(registered, changed.size())));
    Conversion own = conversion(pojo.fields(), fields);
    return new Changed(
        result,
        SubclassConversion.of(own, subclasses, changed, SubclassConversion.ClassNames.SAME));
  }

  private static String prefix(String path) {
    return path.isEmpty() ? "" : path + ".";
  }

  private List<Changed> changes(List<Field> fields, String prefix) {
    return fields.stream().map(field -> change(field.type(), prefix + field.name())).toList();
  }

  private static List<Field> with(List<Field> fields, List<Changed> changed) {
    List<Field> with = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      with.add(fields.get(i).with(changed.get(i).type()));
    }
    return List.copyOf(with);
  }

  private static Conversion conversion(List<Field> fields, List<Changed> changed) {
    Map<String, FieldFate> fates = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (changed.get(i).conversion() != Conversion.NONE) {
        fates.put(name, new FieldFate(name, changed.get(i).conversion()));
      }
    }
    return RecordConversion.of(fates, Map.of());
  }
}
