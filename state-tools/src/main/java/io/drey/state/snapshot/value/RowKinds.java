// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of rows, which are shown in a member beside the fields unless it is the first one. */
public final class RowKinds {
  /** The name of the member. */
  public static final String MEMBER = "$kind";

  private static final List<String> KINDS = List.of("+I", "-U", "+U", "-D");

  private RowKinds() {}

  /** Whether there is a kind of that number. */
  public static boolean isKnown(int number) {
    return number >= 0 && number < KINDS.size();
  }

  /** Returns the kind of a number. */
  public static String text(int number) {
    return KINDS.get(number);
  }

  /** Returns the number of the kind that a row has. */
  public static int of(@Nullable Object row) {
    Object kind = Given.members(row).get(MEMBER);
    int number = kind == null ? 0 : KINDS.indexOf(kind);
    if (number < 0) {
      throw new UnfitValueException("one of " + String.join(", ", KINDS), kind).within(MEMBER);
    }
    return number;
  }

  /** Returns the fields of a row. */
  public static Map<?, ?> fields(@Nullable Object row) {
    Map<?, ?> members = Given.members(row);
    if (!members.containsKey(MEMBER)) {
      return members;
    }
    Map<Object, @Nullable Object> fields = new HashMap<>(members);
    fields.remove(MEMBER);
    return fields;
  }
}
