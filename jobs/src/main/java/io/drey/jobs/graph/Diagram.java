// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import java.util.List;

/** A language for graphs: its syntax of vertices, edges and labels. */
public enum Diagram {
  MERMAID("flowchart LR", "") {
    @Override
    String vertex(String id, String text, Shape shape) {
      String label = "\"" + MermaidText.escape(text) + "\"";
      return "  "
          + node(id)
          + switch (shape) {
            case BOX -> "[" + label + "]";
            case DOUBLE_BOX -> "[[" + label + "]]";
            case DOT -> "((\" \"))";
          };
    }

    @Override
    String edge(String from, String to, String label) {
      String arrow = label.isEmpty() ? " --> " : " -->|" + onEdge(label) + "| ";
      return "  " + node(from) + arrow + node(to);
    }

    private static String onEdge(String label) {
      return label.matches("[a-z-]+") ? label : "\"" + MermaidText.escape(label) + "\"";
    }

    /** Some ids are keywords of the language ({@code end}). */
    private static String node(String id) {
      return "v-" + id;
    }
  },
  DOT("digraph {\n  rankdir=LR\n  node [shape=box]", "}") {
    @Override
    String vertex(String id, String text, Shape shape) {
      String label = "[label=\"" + escape(text) + "\"";
      return "  \""
          + id
          + "\" "
          + switch (shape) {
            case BOX -> label + "]";
            case DOUBLE_BOX -> label + " peripheries=2]";
            case DOT -> "[shape=point]";
          };
    }

    @Override
    String edge(String from, String to, String label) {
      String attribute = label.isEmpty() ? "" : " [label=\"" + escape(label) + "\"]";
      return "  \"" + from + "\" -> \"" + to + "\"" + attribute;
    }

    /** A backslash or an ampersand begins an escape. */
    private static String escape(String text) {
      return text.replace("\\", "\\\\")
          .replace("\"", "\\\"")
          .replace("&", "&amp;")
          .replaceAll("\\R", "\\\\n")
          .replaceAll("\\p{Cntrl}", " ");
    }
  };

  /** The shape of a vertex. */
  enum Shape {
    BOX,
    DOUBLE_BOX,
    /** The start, without a label. */
    DOT
  }

  private final String head;
  private final String foot;

  Diagram(String head, String foot) {
    this.head = head;
    this.foot = foot;
  }

  abstract String vertex(String id, String text, Shape shape);

  abstract String edge(String from, String to, String label);

  /** The lines before the vertices and edges. */
  List<String> head() {
    return head.lines().toList();
  }

  /** The lines after them. */
  List<String> foot() {
    return foot.lines().toList();
  }
}
