package io.drey.operators.event;

/** Where the members of one object lie in its bytes, in the order they stand in. */
final class Members {
  static final int WIDTH = 4;

  /**
   * Four a member: name start, name end (complemented where the name has escapes), value start,
   * value end. Quotes belong to a value, not to a name.
   */
  private final int[] offsets;

  Members(int[] offsets) {
    this.offsets = offsets;
  }

  /** The index of the member of this name that counts, the last, or -1. */
  int find(byte[] json, FieldName name) {
    for (int i = count() - 1; i >= 0; i--) {
      if (isNamed(i, json, name)) {
        return i;
      }
    }
    return -1;
  }

  boolean isNamed(int member, byte[] json, FieldName name) {
    int start = offsets[member * WIDTH];
    int end = offsets[member * WIDTH + 1];
    if (end < 0) {
      return JsonStrings.decode(json, start, ~end).equals(name.text());
    }
    return name.equalsBytes(json, start, end);
  }

  int count() {
    return offsets.length / WIDTH;
  }

  int nameStart(int member) {
    return offsets[member * WIDTH];
  }

  /** The name, its escapes resolved. */
  String name(int member, byte[] json) {
    int end = offsets[member * WIDTH + 1];
    return JsonStrings.decode(json, nameStart(member), end < 0 ? ~end : end);
  }

  int valueStart(int member) {
    return offsets[member * WIDTH + 2];
  }

  int valueEnd(int member) {
    return offsets[member * WIDTH + 3];
  }
}
