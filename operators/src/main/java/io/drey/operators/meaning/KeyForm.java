// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import org.apache.flink.api.java.functions.KeySelector;

/** What the keys of an operator are. */
public enum KeyForm {
  /** What their type says. */
  PLAIN(""),
  /** Texts of JSON values. */
  JSON("/json-keys"),
  /** Texts that stand for the key groups of one max parallelism: JSON numbers. */
  KEY_GROUP("/group-keys");

  private final String suffix;

  KeyForm(String suffix) {
    this.suffix = suffix;
  }

  /** Returns what a selector's keys are. */
  static KeyForm of(KeySelector<?, ?> keys) {
    if (keys instanceof GroupKeySelector) {
      return KEY_GROUP;
    }
    return keys instanceof JsonKeySelector ? JSON : PLAIN;
  }

  /** Returns the form that the name of a marker ends with. */
  static KeyForm of(String marker) {
    for (KeyForm form : values()) {
      if (form != PLAIN && marker.endsWith(form.suffix)) {
        return form;
      }
    }
    return PLAIN;
  }

  String suffix() {
    return suffix;
  }
}
