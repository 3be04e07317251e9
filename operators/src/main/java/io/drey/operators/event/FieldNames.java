// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some names of fields, to find out whether events have others. */
public final class FieldNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FieldName[] names;

  public FieldNames(Collection<String> names) {
    this.names = names.stream().map(FieldName::new).toArray(FieldName[]::new);
  }

  /** The names, in the order in which they were given. */
  public List<String> texts() {
    return Arrays.stream(names).map(FieldName::text).toList();
  }

  /** The first field of an event that has none of these names; null if there is none. */
  public @Nullable String firstOther(Event event) {
    Members members = event.members();
    for (int i = 0; i < members.count(); i++) {
      if (!isNamed(members, i, event)) {
        return members.name(i, event.json());
      }
    }
    return null;
  }

  private boolean isNamed(Members members, int member, Event event) {
    for (FieldName name : names) {
      if (members.isNamed(member, event.json(), name)) {
        return true;
      }
    }
    return false;
  }
}
