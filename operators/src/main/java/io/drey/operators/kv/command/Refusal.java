// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Why a command was not executed.
 *
 * @param code for programs: one of the constants here
 * @param message for people
 */
public record Refusal(String code, String message) {
  public static final String UNKNOWN_OP = "unknown_op";
  public static final String MISSING_SCOPE = "missing_scope";
  public static final String MISSING_KEY = "missing_key";
  public static final String MISSING_VALUE = "missing_value";
  public static final String VALUE_TOO_LARGE = "value_too_large";
  public static final String BAD_TTL = "bad_ttl";
  public static final String BAD_OPS = "bad_ops";

  /** A bound or the limit of a list is malformed. */
  public static final String BAD_RANGE = "bad_range";

  /** A field does not belong to the operation. */
  public static final String UNKNOWN_FIELD = "unknown_field";

  /** The entries to list do not fit one answer. */
  public static final String ANSWER_TOO_LARGE = "answer_too_large";

  /** Its type, for streams. */
  public static final TypeInformation<Refusal> TYPE =
      Types.POJO(Refusal.class, Map.of("code", Types.STRING, "message", Types.STRING));
}
