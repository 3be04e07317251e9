// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces the references in a scalar by values from outside. */
final class Interpolation {
  private static final Pattern REFERENCE =
      Pattern.compile("(\\$?)\\$\\{(env|file|var):([^}]*)(}?)");

  private static final String DEFAULT = ":-";

  private final ExternalValues outside;
  private final Secrets secrets;
  private final Problems problems;

  Interpolation(ExternalValues outside, Secrets secrets, Problems problems) {
    this.outside = outside;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** Returns a text in which what looks like a reference means itself. */
  static String escape(String text) {
    return REFERENCE.matcher(text).replaceAll("\\$$0");
  }

  /** The scalar with its references replaced; one without a value is reported at its position. */
  YamlScalar apply(YamlScalar scalar, String path) {
    Matcher matcher = REFERENCE.matcher(scalar.text());
    if (!matcher.find()) {
      return scalar;
    }
    StringBuilder text = new StringBuilder();
    YamlScalar.State state = YamlScalar.State.FILLED_IN;
    do {
      String value = value(matcher, scalar, path);
      state = value == null ? YamlScalar.State.UNRESOLVED : state;
      matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
    } while (matcher.find());
    return new YamlScalar(matcher.appendTail(text).toString(), state, scalar.origin());
  }

  private @Nullable String value(Matcher matcher, YamlScalar scalar, String path) {
    if (!matcher.group(1).isEmpty()) {
      return matcher.group().substring(1);
    }
    try {
      return value(matcher.group(2), matcher.group(3), !matcher.group(4).isEmpty());
    } catch (IllegalArgumentException e) {
      Position at = scalar.origin().positionOf(scalar.text(), matcher.start());
      problems.error(at, path, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private String value(String kind, String reference, boolean closed) {
    if (!closed) {
      throw new IllegalArgumentException(
          "Invalid reference: must end with '}' but was '${" + kind + ":" + reference + "'");
    }
    return kind.equals("file") ? file(reference) : named(kind, reference);
  }

  private String named(String kind, String reference) {
    int split = reference.indexOf(DEFAULT);
    String name = split < 0 ? reference : reference.substring(0, split);
    String value =
        kind.equals("env") ? outside.environment().apply(name) : outside.variables().get(name);
    if (value != null && (split < 0 || !value.isEmpty())) {
      secretIfNamed(name, value);
      return value;
    }
    if (split >= 0) {
      return reference.substring(split + DEFAULT.length());
    }
    throw new IllegalArgumentException(
        kind.equals("env")
            ? "Unknown environment variable '" + name + "'"
            : Unknown.message("variable", name, new TreeSet<>(outside.variables().keySet())));
  }

  private void secretIfNamed(String name, String value) {
    if (Secrets.isSecretName(name)) {
      secrets.add(value);
    }
  }

  private String file(String name) {
    String value = NamedTextFile.read("", name).stripTrailing();
    secrets.add(value);
    return value;
  }
}
