// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

/**
 * A part of a value.
 *
 * @param shown its path as shown in messages
 * @param fields its path of field names alone, as in a migration plan
 */
record Place(String shown, String fields) {
  static final Place STATE = new Place("state", "");
  static final Place VALUE = new Place("value", "");
  static final Place ELEMENT = new Place("element", "");
  static final Place KEY = new Place("key", "");
  static final Place MAP_KEY = new Place("map key", "");
  static final Place NAMESPACE = new Place("namespace", "");

  Place field(String name) {
    return new Place(shown + "." + name, fields.isEmpty() ? name : fields + "." + name);
  }

  /** The place of all parts of one kind, such as {@code []} for the elements of a list. */
  Place each(String what) {
    return new Place(shown + what, fields);
  }

  boolean isField() {
    return !fields.isEmpty();
  }
}
