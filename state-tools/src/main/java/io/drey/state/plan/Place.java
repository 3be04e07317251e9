package io.drey.state.plan;

/**
 * A part of a value.
 *
 * @param shown the way to it, as it is shown
 * @param fields the way to it by fields alone, as a migration plan names it
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

  /** What all of the parts have that are one behind the other. */
  Place each(String what) {
    return new Place(shown + what, fields);
  }

  boolean isField() {
    return !fields.isEmpty();
  }
}
