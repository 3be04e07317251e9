package io.drey.state.json;

/** What stands between brackets. */
enum Items {
  ELEMENTS,
  OF_A_SET,
  MEMBERS,
  FIELDS
}
