// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

/**
 * The uids of an operator and of the operators around it.
 *
 * @param uid of the operator itself
 */
public record Uids(String uid) {
  /** The suffix of the operator that extracts keys. */
  public static final String KEY = "-key";

  /** The suffix of the sorter. */
  public static final String ORDER = "-order";

  /** The suffix of the operator that handles what the sorter found late. */
  public static final String LATE = "-late";

  /** The suffix of the operator that combines the results of all key groups. */
  public static final String GROUPS = "-groups";

  /** The suffix of the operator that aggregates locally before an exchange. */
  public static final String LOCAL = "-local";

  public String key() {
    return uid + KEY;
  }

  public String order() {
    return uid + ORDER;
  }

  public String late() {
    return uid + LATE;
  }

  public String groups() {
    return uid + GROUPS;
  }

  public String local() {
    return uid + LOCAL;
  }
}
