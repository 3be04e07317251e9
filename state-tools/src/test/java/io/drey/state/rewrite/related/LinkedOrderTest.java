// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of which far fewer members fit into memory than there are. */
class LinkedOrderTest {
  private static final long SMALL = 2000;

  private final Path directory;

  LinkedOrderTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void keepsTheOrderOfThoseThatAreKept() throws IOException {
    Random random = new Random(5);
    Map<Integer, List<String>> lists = new TreeMap<>();
    for (int group = 0; group < 20; group++) {
      List<String> list = members(group, random.nextInt(300));
      Collections.shuffle(list, random);
      lists.put(group, list);
    }
    try (LinkedOrder order = new LinkedOrder(directory, SMALL)) {
      List<Runnable> links = new ArrayList<>();
      lists.forEach((group, list) -> links.addAll(links(order, group, list)));
      Collections.shuffle(links, random);
      links.forEach(Runnable::run);
      lists.forEach(
          (group, list) -> {
            list.removeIf(member -> random.nextInt(3) == 0);
            list.forEach(member -> order.keep(place(group, member), place(group, member)));
          });

      lists.values().removeIf(List::isEmpty);
      assertThat(ordered(order)).isEqualTo(lists);
    }
  }

  /** Members that were used as many members ago come together, ties in the order of their links. */
  @Test
  void mergesListsByWhatIsNewer() throws IOException {
    try (LinkedOrder order = new LinkedOrder(directory, SMALL)) {
      List<String> longer = List.of("a", "b", "gone", "c");
      List<String> shorter = List.of("d", "e");
      links(order, 1, longer).forEach(Runnable::run);
      links(order, 2, shorter).forEach(Runnable::run);
      for (String member : List.of("a", "b", "c")) {
        order.keep(place(1, member), place(7, member));
      }
      order.keep(place(2, "d"), place(7, "d"));
      order.keep(place(2, "e"), place(8, "E"));

      assertThat(ordered(order)).isEqualTo(Map.of(7, List.of("a", "b", "d", "c"), 8, List.of("E")));
    }
  }

  @Test
  void ignoresMembersThatWereNotLinked() throws IOException {
    try (LinkedOrder order = new LinkedOrder(directory, SMALL)) {
      links(order, 1, List.of("a")).forEach(Runnable::run);
      order.keep(place(1, "a"), place(1, "a"));
      order.keep(place(1, "older than the cap"), place(1, "older than the cap"));

      assertThat(ordered(order)).isEqualTo(Map.of(1, List.of("a")));
    }
  }

  @Test
  void findsLinksThatMakeACircle() {
    assertThat(isList("a>b", "b>c", "c>a")).isFalse();
    assertThat(isList("a>b", "b>", "c>d", "d>c")).isFalse();
  }

  @Test
  void findsLinksToNothing() {
    assertThat(isList("a>b")).isFalse();
    assertThat(isList("a>b", "c>", "b>c")).isTrue();
  }

  @Test
  void findsTwoLinksToOne() {
    assertThat(isList("a>c", "b>c", "c>")).isFalse();
    assertThat(isList("a>c", "a>c", "c>")).isFalse();
  }

  private boolean isList(String... links) {
    try (LinkedOrder order = new LinkedOrder(directory, SMALL);
        OrderedMembers ordered = new OrderedMembers(directory, SMALL)) {
      for (String link : links) {
        String[] ends = link.split(">", -1);
        order.link(place(1, ends[0]), ends[1].isEmpty() ? null : place(1, ends[1]));
      }
      return order.passOn(ordered);
    }
  }

  private static List<String> members(int group, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> group + "-" + "x".repeat(i % 7) + i)
        .collect(Collectors.toList());
  }

  private static List<Runnable> links(LinkedOrder order, int group, List<String> list) {
    List<String> members = List.copyOf(list);
    List<Runnable> links = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Place member = place(group, members.get(i));
      Place newer = i + 1 < members.size() ? place(group, members.get(i + 1)) : null;
      links.add(() -> order.link(member, newer));
    }
    return links;
  }

  private static Place place(int group, String member) {
    byte[] bytes = member.getBytes(StandardCharsets.UTF_8);
    return new Place().ofKey(group, ByteReader.of("test", bytes));
  }

  private Map<Integer, List<String>> ordered(LinkedOrder order) throws IOException {
    Map<Integer, List<String>> lists = new TreeMap<>();
    try (OrderedMembers ordered = new OrderedMembers(directory, SMALL)) {
      assertThat(order.passOn(ordered)).isTrue();
      ordered.visit(
          new OrderedMembers.Visitor() {
            @Override
            public void member(@Nullable Place older, Place member, @Nullable Place newer) {
              List<String> list = lists.computeIfAbsent(member.group(), group -> new ArrayList<>());
              assertThat(text(older)).isEqualTo(list.isEmpty() ? "" : list.get(list.size() - 1));
              list.add(text(member));
            }

            @Override
            public void end(Place oldest, Place newest, int count) {
              List<String> list = lists.getOrDefault(newest.group(), List.of());
              assertThat(list).hasSize(count).startsWith(text(oldest)).endsWith(text(newest));
            }
          });
    }
    return lists;
  }

  private static String text(@Nullable Place place) {
    return place == null
        ? ""
        : new String(
            place.member().readBytes((int) place.member().remaining()), StandardCharsets.UTF_8);
  }
}
