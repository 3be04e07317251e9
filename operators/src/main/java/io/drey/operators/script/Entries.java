package io.drey.operators.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one key: texts by name. Read and written one by one, so that using one
 * entry of a million costs as much as using the only one. Changes are seen at once by the code that
 * makes them, and kept when it returns.
 */
public interface Entries {
  /** The text of that name, or null. */
  @Nullable String get(String name);

  boolean contains(String name);

  /** Sets a text; with a {@code ttl} its time begins anew, though the text be the same. */
  void put(String name, String text);

  void remove(String name);

  void clear();

  /** How many there are. Counted on the way, but with a {@code ttl} by reading all names. */
  long size();

  boolean isEmpty();

  /** All names, sorted; reads them all. */
  List<String> names();
}
