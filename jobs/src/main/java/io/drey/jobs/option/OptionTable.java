// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.operators.event.KeyPaths;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of an option record as rows, for the command line and the documentation. */
public final class OptionTable {
  private OptionTable() {}

  /** One row per key; the keys of a nested mapping follow as {@code outer.inner}. */
  public static List<OptionRow> of(Class<? extends Record> options) {
    List<OptionRow> rows = new ArrayList<>();
    addRows(options, "", rows);
    return rows;
  }

  /** The table of a documentation page. */
  public static String markdown(Class<? extends Record> options) {
    StringBuilder table = new StringBuilder("| key | type | default | what it does |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (OptionRow row : of(options)) {
      table.append("| ").append(String.join(" | ", cells(row))).append(" |\n");
    }
    return table.toString();
  }

  private static List<String> cells(OptionRow row) {
    String byDefault =
        row.byDefault().isEmpty() || row.byDefault().equals("required")
            ? row.byDefault()
            : "`" + row.byDefault() + "`";
    String key = row.key().isEmpty() ? "(the value)" : "`" + row.key() + "`";
    return List.of(key, row.type().replace("|", "\\|"), byDefault, row.doc().replace("|", "\\|"));
  }

  private static void addRows(Class<?> options, String prefix, List<OptionRow> rows) {
    boolean whole = OptionField.isWholeValue(options);
    for (OptionField field : OptionField.keys(options)) {
      String key = whole ? "" : prefix + field.key();
      String byDefault = field.mandatory() ? "required" : field.byDefault();
      rows.add(new OptionRow(key, typeName(field.type()), byDefault, field.doc()));
      if (isNested(field.type())) {
        addRows((Class<?>) field.type(), key + ".", rows);
      } else if (field.type() instanceof ParameterizedType generic && isMapping(generic)) {
        addRows((Class<?>) generic.getActualTypeArguments()[1], key + ".<name>.", rows);
      }
    }
  }

  private static boolean isMapping(ParameterizedType type) {
    return type.getRawType() == Map.class && isNested(type.getActualTypeArguments()[1]);
  }

  private static boolean isNested(Type type) {
    return type instanceof Class<?> plain
        && plain.isRecord()
        && plain != KeyPaths.class
        && plain != YamlMapping.class
        && plain != ScriptConfig.class
        && !OptionField.isWholeValue(plain);
  }

  /** How a value of a type is written. */
  static String typeName(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "list of " + typeName(arguments[0])
          : "mapping to " + typeName(arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == KeyPaths.class) {
      return "field or list of fields";
    }
    if (plain == ScriptConfig.class) {
      return "mapping or JSON file";
    }
    if (ScriptBinder.isScript(plain)) {
      return "script";
    }
    ScalarType scalar = ScalarType.find(plain);
    if (scalar != null) {
      return scalar.name();
    }
    if (OptionField.isWholeValue(plain)) {
      return wholeValueName(plain);
    }
    return plain.isRecord() ? recordName(plain) : Kebab.of(plain.getSimpleName()).substring(1);
  }

  private static String wholeValueName(Class<?> type) {
    List<String> forms = new ArrayList<>(OptionField.words(type));
    if (OptionField.isListOrText(type)) {
      forms.add("text");
    }
    forms.add(typeName(OptionField.of(type).get(0).type()));
    return String.join(" | ", forms);
  }

  private static String recordName(Class<?> type) {
    return TextForm.find(type) == null ? "mapping" : "mapping or text";
  }
}
