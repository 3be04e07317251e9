// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlJson;
import io.drey.jobs.yaml.YamlMapping;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates a function by its constructor, which takes the options of a pipeline file or nothing. */
final class FunctionMaker {
  private static final JsonMapper MAPPER =
      Json.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Class<?> type;

  FunctionMaker(Class<?> type) {
    this.type = type;
  }

  /**
   * Creates the function.
   *
   * @throws IllegalArgumentException if the options do not fit, or the constructor throws
   */
  Object make(@Nullable YamlMapping options) {
    Constructor<?> plain = constructor(0);
    Constructor<?> taking = constructor(1);
    if (options == null && plain != null) {
      return call(plain);
    }
    if (taking != null) {
      return call(taking, bound(taking, options));
    }
    if (options == null) {
      throw new IllegalArgumentException(
          "Cannot instantiate class "
              + type.getName()
              + ": it has no public constructor without arguments, nor one that takes options");
    }
    throw blamed(
        List.of(),
        "Invalid options: must be left out, since "
            + type.getName()
            + " has no single public constructor that takes them, but was a mapping",
        null);
  }

  /** The only public constructor with that number of parameters, or null. */
  private @Nullable Constructor<?> constructor(int parameters) {
    List<Constructor<?>> found =
        Arrays.stream(type.getConstructors())
            .filter(candidate -> candidate.getParameterCount() == parameters)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private Object call(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  private IllegalArgumentException failed(Throwable cause) {
    return new IllegalArgumentException(
        "Cannot instantiate class " + type.getName() + ": " + FunctionClass.reason(cause), cause);
  }

  private Object bound(Constructor<?> constructor, @Nullable YamlMapping options) {
    JavaType wanted = MAPPER.constructType(constructor.getGenericParameterTypes()[0]);
    try {
      return MAPPER
          .readerFor(wanted)
          .readValue(
              options == null ? JsonNodeFactory.instance.objectNode() : YamlJson.of(options));
    } catch (UnrecognizedPropertyException e) {
      List<String> known =
          Objects.requireNonNull(e.getKnownPropertyIds()).stream()
              .map(String::valueOf)
              .sorted()
              .toList();
      throw misplaced(options, e, Unknown.message("key", e.getPropertyName(), known));
    } catch (ValueInstantiationException e) {
      throw misplaced(options, e, reason(e));
    } catch (JsonMappingException e) {
      throw misplaced(options, e, "Invalid options: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("Failed to read options", e);
    }
  }

  /** The message of the exception that the constructor of the options threw. */
  private static String reason(ValueInstantiationException failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause.getMessage() == null
        ? "Invalid options: " + failure.getOriginalMessage()
        : cause.getMessage();
  }

  private static IllegalArgumentException misplaced(
      @Nullable YamlMapping options, JsonMappingException failure, String message) {
    List<String> path = options == null ? List.of() : YamlJson.path(options, failure.getPath());
    return blamed(path, message, failure);
  }

  private static InvalidOptionsException blamed(
      List<String> path, String message, @Nullable Throwable cause) {
    List<String> whole = new ArrayList<>(List.of("options"));
    whole.addAll(path);
    return new InvalidOptionsException(List.of(new OptionProblem(whole, message)), cause);
  }
}
