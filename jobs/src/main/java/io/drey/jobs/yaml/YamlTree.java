// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the nodes of a document into values: aliases expanded, references filled in. */
final class YamlTree {
  /** Aliases can expand a small file to a huge document: so many values may be repeated. */
  private static final int MOST_REPEATED = 100_000;

  private static final int DEEPEST = 100;

  private static final Set<Tag> TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

  private final SourceText source;
  private final Interpolation interpolation;
  private final Problems problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int repeated;

  YamlTree(SourceText source, Interpolation interpolation, Problems problems) {
    this.source = source;
    this.interpolation = interpolation;
    this.problems = problems;
  }

  /** Thrown when aliases expand to too much. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Position at;

    TooLargeException(Position at) {
      super("Invalid YAML: aliases expand to too much");
      this.at = at;
    }

    Position at() {
      return at;
    }
  }

  YamlValue value(Node node, String path, int depth) {
    Position at = source.position(start(node));
    boolean isRepeated = !seen.add(node);
    if ((isRepeated && ++repeated > MOST_REPEATED) || depth > DEEPEST) {
      throw new TooLargeException(at);
    }
    if (!TAGS.contains(node.getTag())) {
      String cure = " (put a value that begins with ! in quotes)";
      problems.error(at, path, "Unsupported tag: " + node.getTag().getValue() + cure);
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, path, depth, at);
    }
    return node instanceof SequenceNode sequence
        ? list(sequence, path, depth, at)
        : scalar((ScalarNode) node, path);
  }

  private YamlMapping mapping(MappingNode node, String path, int depth, Position at) {
    Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Position keyAt = source.position(start(tuple.getKeyNode()));
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        problems.error(keyAt, path, "Invalid key: must be text but was a list or mapping");
        continue;
      }
      String key = scalar.getValue();
      if (entries.containsKey(key)) {
        int first = entries.get(key).at().line();
        problems.error(keyAt, path, "Duplicate key '" + key + "' (first in line " + first + ")");
        continue;
      }
      String child = path.isEmpty() ? key : path + "." + key;
      YamlValue value = value(tuple.getValueNode(), child, depth + 1);
      entries.put(key, new YamlMapping.Entry(key, keyAt, value));
    }
    return new YamlMapping(entries, at);
  }

  private YamlList list(SequenceNode node, String path, int depth, Position at) {
    List<YamlValue> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(value(item, path + "[" + items.size() + "]", depth + 1));
    }
    return new YamlList(items, at);
  }

  private YamlScalar scalar(ScalarNode node, String path) {
    ScalarOrigin origin = new ScalarOrigin(source, start(node), end(node), node.getScalarStyle());
    return interpolation.apply(new YamlScalar(node.getValue(), state(node.getTag()), origin), path);
  }

  private static YamlScalar.State state(Tag tag) {
    if (!TAGS.contains(tag)) {
      return YamlScalar.State.UNRESOLVED;
    }
    return tag.equals(Tag.NULL) ? YamlScalar.State.NULL : YamlScalar.State.AS_WRITTEN;
  }

  private static int start(Node node) {
    return node.getStartMark().map(Mark::getIndex).orElse(0);
  }

  private static int end(Node node) {
    return node.getEndMark().map(Mark::getIndex).orElse(0);
  }
}
