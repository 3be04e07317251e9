package io.drey.state.snapshot.type;

/** Names of classes that are perhaps nowhere to be found. */
public final class ClassName {
  private ClassName() {}

  /** Without package and enclosing classes. */
  public static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
