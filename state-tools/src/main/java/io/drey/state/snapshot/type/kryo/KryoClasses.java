// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How Kryo treats classes of the JDK. */
final class KryoClasses {
  /** The classes that Kryo registers, by number. */
  static final List<String> OF_KRYO =
      List.of(
          "java.lang.Integer",
          "java.lang.String",
          "java.lang.Float",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Long",
          "java.lang.Double");

  static final String ARRAY_AS_LIST = "java.util.Arrays$ArrayList";

  /** The classes that Flink registers. */
  static final List<String> OF_FLINK =
      List.of(
          ARRAY_AS_LIST,
          "java.util.BitSet",
          "java.util.PriorityQueue",
          "java.util.regex.Pattern",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.net.URI",
          "java.net.InetSocketAddress",
          "java.util.UUID",
          "java.util.Locale",
          "java.text.SimpleDateFormat");

  static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.Vector",
          "java.util.Stack",
          "java.util.ArrayDeque",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.ConcurrentLinkedQueue");

  static final Set<String> MAPS =
      Set.of(
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.Hashtable",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.concurrent.ConcurrentHashMap");

  static final String SORTED_SET = "java.util.TreeSet";
  static final String SORTED_MAP = "java.util.TreeMap";

  private static final Set<String> WITHOUT_REFERENCES = new HashSet<>(OF_KRYO);

  static {
    WITHOUT_REFERENCES.remove("java.lang.String");
  }

  private KryoClasses() {}

  /** Whether a collection marks null elements. */
  static boolean mayHoldNull(String collection) {
    return !collection.startsWith("java.util.ImmutableCollections$");
  }

  /** Whether a mark precedes each object to tell new objects from references. */
  static boolean hasReferences(String className) {
    return !WITHOUT_REFERENCES.contains(className);
  }
}
