// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Masks values that must not be printed. */
public final class Secrets {
  private static final String MASK = "***";

  /** A shorter secret is masked only as a whole word; else it would hide half of the output. */
  private static final int LONG_ENOUGH = 4;

  private static final List<String> NAMES =
      List.of(
          "password",
          "passphrase",
          "passwd",
          "secret",
          "token",
          "credential",
          "api-key",
          "apikey",
          "access-key",
          "account.key",
          "private-key",
          "key-file",
          "keystore.key",
          "service-key",
          "auth-params",
          "basic-auth",
          "jaas.config",
          "http-headers");

  /** Longest first: a secret may be part of another one. */
  private final TreeSet<String> values =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /** Whether the value of an option of this name is a secret. */
  public static boolean isSecretName(String option) {
    String name = option.toLowerCase(Locale.ROOT).replace('_', '-');
    return NAMES.stream().anyMatch(name::contains);
  }

  /** Adds a value, and each of its long lines by itself. */
  public void add(String value) {
    if (!value.isBlank()) {
      values.add(value);
      value.lines().filter(line -> line.length() >= LONG_ENOUGH).forEach(values::add);
    }
  }

  /** Whether a secret is part of a text. */
  public boolean areIn(String text) {
    return !mask(text).equals(text);
  }

  /** The text with every secret in it replaced by {@code ***}. */
  public String mask(String text) {
    String masked = text;
    for (String secret : values) {
      masked =
          secret.length() < LONG_ENOUGH ? maskWord(masked, secret) : masked.replace(secret, MASK);
    }
    return masked;
  }

  private static String maskWord(String text, String secret) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length())) {
      if (isEdge(text, at - 1) && isEdge(text, at + secret.length())) {
        masked.append(text, from, at).append(MASK);
        from = at + secret.length();
      }
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
