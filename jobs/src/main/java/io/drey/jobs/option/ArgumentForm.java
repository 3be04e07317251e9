// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlText;
import io.drey.operators.event.KeyPaths;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the value of an option is given as an argument, and what YAML that stands for.
 *
 * @param isFlag whether the argument has no value, but means {@code true}
 */
public record ArgumentForm(boolean isFlag, UnaryOperator<String> yaml) {
  private static final Pattern SCRIPT_FILE = Pattern.compile("\\{\\s*file\\s*:.*}");

  private static final ArgumentForm FLAG = new ArgumentForm(true, argument -> "true");
  private static final ArgumentForm TEXT = new ArgumentForm(false, YamlText::scalar);
  private static final ArgumentForm LIST = new ArgumentForm(false, ArgumentForm::list);

  /** A list, or text for one item. */
  private static final ArgumentForm LIST_OR_TEXT =
      new ArgumentForm(
          false,
          argument ->
              argument.indexOf(',') < 0 && !argument.startsWith("[")
                  ? YamlText.scalar(argument)
                  : list(argument));

  /** A mapping, or text. */
  private static final ArgumentForm MAPPING =
      new ArgumentForm(
          false, argument -> argument.startsWith("{") ? argument : YamlText.scalar(argument));

  private static final ArgumentForm SCRIPT =
      new ArgumentForm(
          false,
          argument ->
              SCRIPT_FILE.matcher(argument).matches() ? argument : YamlText.scalar(argument));

  private static ArgumentForm wordOrList(List<String> words) {
    return new ArgumentForm(
        false, argument -> words.contains(argument) ? argument : list(argument));
  }

  /** A list in YAML, or items with commas between them. */
  private static String list(String argument) {
    return argument.startsWith("[")
        ? argument
        : Stream.of(argument.split(",", -1))
            .map(item -> YamlText.scalar(item.strip()))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The form of an option of a type. */
  static ArgumentForm of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class ? LIST : MAPPING;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == boolean.class) {
      return FLAG;
    }
    if (plain == KeyPaths.class || OptionField.isListOrText(plain)) {
      return LIST_OR_TEXT;
    }
    if (ScriptBinder.isScript(plain)) {
      return SCRIPT;
    }
    if (OptionField.isWholeValue(plain)) {
      List<String> words = OptionField.words(plain);
      return words.isEmpty() ? of(OptionField.of(plain).get(0).type()) : wordOrList(words);
    }
    boolean isMapping =
        plain == YamlMapping.class || plain == ScriptConfig.class || plain.isRecord();
    return isMapping && ScalarType.find(plain) == null ? MAPPING : TEXT;
  }

  /** Returns the YAML of an argument. */
  public String yaml(String argument) {
    return yaml.apply(argument);
  }
}
