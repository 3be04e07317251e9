// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The uids of an operator and of the operators around it.
 *
 * @param uid of the operator itself, which is not empty
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

  /** All suffixes. */
  public static final List<String> SUFFIXES = List.of(KEY, ORDER, LATE, GROUPS, LOCAL);

  public Uids {
    check(uid);
  }

  private static void check(@Nullable String uid) {
    if (uid == null || uid.isBlank()) {
      throw new IllegalArgumentException(
          "Invalid uid: must be a name that stays the same, under which state is found again, but"
              + " was "
              + (uid == null ? "null" : "'" + uid + "'"));
    }
  }

  /**
   * Checks the uid of a new operator of a job.
   *
   * @return the uid
   * @throws IllegalArgumentException if it is null or blank, or the uid of another operator
   */
  public static String unused(String uid, StreamExecutionEnvironment env) {
    check(uid);
    for (Transformation<?> operator : env.getTransformations()) {
      if (uid.equals(operator.getUid())) {
        throw new IllegalArgumentException(
            "Invalid uid: must be unique in the job but was '" + uid + "' twice");
      }
    }
    return uid;
  }

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
