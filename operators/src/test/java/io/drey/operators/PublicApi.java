// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What users can see of a type: a line for it, and an indented one for each of its members. */
record PublicApi(Class<?> type) {
  private static final Pattern PACKAGES = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");

  /** What every record and enum has. */
  private static final Set<String> GIVEN =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  /** Whether a type, with all that encloses it, is public. */
  static boolean isPublic(Class<?> type) {
    Class<?> enclosing = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isPublic(enclosing));
  }

  List<String> lines() {
    Stream<String> members =
        Stream.of(fields(), constructors(), methods()).flatMap(each -> each).sorted();
    return Stream.concat(Stream.of(header()), members.map(line -> "  " + line)).toList();
  }

  private String header() {
    String declared = type.toGenericString();
    int modifiers = declared.indexOf(type.getName());
    StringBuilder header = new StringBuilder(declared.substring(0, modifiers) + type.getName());
    header.append(plain(declared.substring(modifiers + type.getName().length())));
    Type parent = type.getGenericSuperclass();
    if (parent != null && isNamed(parent)) {
      header.append(" extends ").append(plain(parent.getTypeName()));
    }
    String interfaces =
        String.join(
            ", ",
            Arrays.stream(type.getGenericInterfaces())
                .map(each -> plain(each.getTypeName()))
                .toList());
    return header + (interfaces.isEmpty() ? "" : " implements " + interfaces);
  }

  private boolean isNamed(Type parent) {
    return parent != Object.class && !type.isRecord() && !type.isEnum();
  }

  private Stream<String> fields() {
    return Arrays.stream(type.getDeclaredFields())
        .filter(PublicApi::isSeen)
        .map(Field::toGenericString)
        .map(this::line);
  }

  private Stream<String> constructors() {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(PublicApi::isSeen)
        .map(Constructor::toGenericString)
        .map(PublicApi::plain);
  }

  private Stream<String> methods() {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> isSeen(method) && !isGiven(method))
        .map(Method::toGenericString)
        .map(this::line);
  }

  private static boolean isSeen(Member member) {
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()));
  }

  private boolean isGiven(Method method) {
    return (type.isRecord() || type.isEnum()) && GIVEN.contains(method.getName());
  }

  private String line(String member) {
    return plain(member.replace(type.getTypeName() + ".", ""));
  }

  /** Without packages. */
  private static String plain(String declaration) {
    return PACKAGES.matcher(declaration).replaceAll("").replaceAll(",(?=\\S)", ", ");
  }
}
