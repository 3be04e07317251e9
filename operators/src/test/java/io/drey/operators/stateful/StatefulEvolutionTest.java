// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State that one version of a class has left is taken over by another: two sources of the same
 * class, each in a class loader of its own.
 */
class StatefulEvolutionTest {
  private static final String HEAD =
      """
      import io.drey.operators.stateful.*;
      import java.util.*;

      """;

  private static final String OLD =
      HEAD
          + """
          public class Shop implements StatefulFunction<String, String, Shop.Basket, String> {
            public record Item(String name, int price) {}
            public record Total(long sum) {}
            public static class Basket {
              public int count;
              public String gone = "";
              public List<Item> items = new ArrayList<>();
              public Set<String> names = new HashSet<>();
              public Map<String, List<Item>> byName = new HashMap<>();
              public Total total = new Total(0);
            }

            public Basket onEvent(String event, Basket basket, Context<String, String> ctx) {
              basket.count++;
              basket.gone = event;
              Item item = new Item(event, basket.count);
              basket.items.add(item);
              basket.names.add(event);
              basket.byName.computeIfAbsent(event, name -> new ArrayList<>()).add(item);
              basket.total = new Total(basket.total.sum() + basket.count);
              return basket;
            }
          }
          """;

  private static final String NEW =
      HEAD
          + """
          public class Shop implements StatefulFunction<String, String, Shop.Basket, String> {
            public record Item(String name, int price, String currency, int tax) {}
            public record Total(long sum, Set<String> currencies) {}
            public static class Basket {
              public String owner = "unset";
              public int count;
              public List<Item> items = new ArrayList<>();
              public Set<String> names = new HashSet<>();
              public Map<String, List<Item>> byName = new HashMap<>();
              public Total total = new Total(0, Set.of());
              public List<Item> returned = new ArrayList<>();
            }

            public Basket onEvent(String event, Basket basket, Context<String, String> ctx) {
              ctx.emit(
                  basket.owner + " " + basket.count + " " + basket.items + " "
                      + new TreeSet<>(basket.names) + " " + new TreeMap<>(basket.byName) + " "
                      + basket.total + " " + basket.returned);
              basket.items.add(new Item(event, 0, "EUR", 1));
              return basket;
            }
          }
          """;

  private final Path directory;

  StatefulEvolutionTest(@TempDir Path directory) {
    this.directory = directory;
  }

  static Stream<Supplier<StateBackend>> backends() {
    return Stream.of(HashMapStateBackend::new, EmbeddedRocksDBStateBackend::new);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void takesOverTheStateOfAnOlderClass(Supplier<StateBackend> backend) throws Exception {
    OperatorSubtaskState savepoint;
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> old =
        harness(version("old", OLD), backend.get())) {
      old.open();
      see(old, "a1");
      see(old, "a2");
      see(old, "b1");
      savepoint = old.snapshot(1, 1);
    }

    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> young =
        harness(version("new", NEW), backend.get())) {
      young.initializeState(savepoint);
      young.open();
      see(young, "a3");
      see(young, "b2");

      assertThat(young.extractOutputValues())
          .containsExactly(
              "unset 2 [Item[name=a1, price=1, currency=null, tax=0], Item[name=a2, price=2,"
                  + " currency=null, tax=0]] [a1, a2] {a1=[Item[name=a1, price=1, currency=null,"
                  + " tax=0]], a2=[Item[name=a2, price=2, currency=null, tax=0]]} Total[sum=3,"
                  + " currencies=null] []",
              "unset 1 [Item[name=b1, price=1, currency=null, tax=0]] [b1] {b1=[Item[name=b1,"
                  + " price=1, currency=null, tax=0]]} Total[sum=1, currencies=null] []");
    }
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness, String event)
      throws Exception {
    harness.processElement(new StreamRecord<>(event, 0));
  }

  /** Compiles a version of the class and loads it apart from any other. */
  private StatefulFunction<String, String, ?, String> version(String name, String source)
      throws Exception {
    Path folder = Files.createDirectory(directory.resolve(name));
    Path file = Files.writeString(folder.resolve("Shop.java"), source);
    List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), file.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    ClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    @SuppressWarnings("unchecked") // as its source says
    StatefulFunction<String, String, ?, String> function =
        (StatefulFunction<String, String, ?, String>)
            loader.loadClass("Shop").getConstructor().newInstance();
    return function;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      StatefulFunction<String, String, ?, String> function, StateBackend backend) throws Exception {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("unused");
    @SuppressWarnings("unchecked") // it is what the entry has built
    OneInputTransformation<String, String> operator =
        (OneInputTransformation<String, String>)
            TestingStateful.on(events, function, StatefulOptions.forever()).getTransformation();
    KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator.getOperator(),
            TestingStateful::key,
            Types.STRING,
            new MockEnvironmentBuilder()
                .setUserCodeClassLoader(function.getClass().getClassLoader())
                .build());
    harness.setStateBackend(backend);
    return harness;
  }
}
