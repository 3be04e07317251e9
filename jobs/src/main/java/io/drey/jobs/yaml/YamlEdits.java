// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Replaces values of mappings in the text of a YAML file; all else stays as it is. */
public final class YamlEdits {
  private static final String INDENT = "  ";

  private record Edit(int from, int to, String text) {}

  /**
   * A value in the file.
   *
   * @param key of the mapping that it is a value of
   * @param inFlow whether that is written in braces
   */
  private record Found(Node key, Node value, boolean inFlow) {}

  private final int[] text;
  private final SourceText source;
  private final @Nullable Node root;
  private final String lineEnd;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * @param text of a file without errors
   */
  public YamlEdits(String text) {
    this.text = text.codePoints().toArray();
    this.source = new SourceText(text);
    this.root = new YamlSyntax(source, new Problems("", new Secrets())).read(text);
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Replaces the value at a position by one that is written in a line. */
  public void replace(Position at, String value) {
    Found found = find(at);
    edits.add(new Edit(start(found.value()), end(found.value()), value));
  }

  /**
   * Replaces the value at a position by a list: with a line for each item, unless it fits in one or
   * stands in braces.
   *
   * @param items each written in a line
   * @param columns how wide a line may be
   */
  public void replace(Position at, List<String> items, int columns) {
    Found found = find(at);
    String inOne = "[" + String.join(", ", items) + "]";
    boolean isBelow = at.line() > source.position(start(found.key())).line();
    boolean fits = at.column() + inOne.length() - 1 <= columns;
    if (items.isEmpty() || found.inFlow() || (!isBelow && fits && items.size() == 1)) {
      replace(at, inOne);
    } else if (isBelow) {
      String indent = " ".repeat(at.column() - 1);
      String list = "- " + String.join(lineEnd + indent + "- ", items);
      edits.add(new Edit(start(found.value()), end(found.value()), list));
    } else {
      String indent = " ".repeat(source.position(start(found.key())).column() - 1) + INDENT;
      String list = lineEnd + indent + "- " + String.join(lineEnd + indent + "- ", items);
      edits.add(new Edit(behindColon(found.key()), end(found.value()), list));
    }
  }

  private int behindColon(Node key) {
    int at = end(key);
    while (text[at] != ':') {
      at++;
    }
    return at + 1;
  }

  private Found find(Position at) {
    Found found = root == null ? null : find(root, false, at);
    return Objects.requireNonNull(found, at::toString);
  }

  private @Nullable Found find(Node in, boolean inFlow, Position at) {
    boolean isFlow = inFlow || (in instanceof CollectionNode<?> node && isFlow(node));
    if (in instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        Found found = find(item, isFlow, at);
        if (found != null) {
          return found;
        }
      }
    } else if (in instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        Node value = entry.getValueNode();
        boolean isHere = source.position(start(value)).equals(at);
        Found found =
            isHere ? new Found(entry.getKeyNode(), value, isFlow) : find(value, isFlow, at);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  private static int start(Node node) {
    return node.getStartMark().map(Mark::getIndex).orElse(0);
  }

  /** A collection in block style ends with its last child; its mark is behind what follows. */
  private static int end(Node node) {
    if (node instanceof CollectionNode<?> collection && !isFlow(collection)) {
      Node last = last(collection);
      return last == null ? start(node) : end(last);
    }
    return node.getEndMark().map(Mark::getIndex).orElse(0);
  }

  private static @Nullable Node last(CollectionNode<?> collection) {
    List<?> children = collection.getValue();
    Object last = children.isEmpty() ? null : children.get(children.size() - 1);
    return last instanceof NodeTuple entry ? entry.getValueNode() : (Node) last;
  }

  /** The text with all values replaced. */
  public String text() {
    StringBuilder edited = new StringBuilder();
    int at = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
      edited.append(new String(text, at, edit.from() - at)).append(edit.text());
      at = edit.to();
    }
    return edited.append(new String(text, at, text.length - at)).toString();
  }
}
