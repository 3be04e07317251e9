// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Pattern;

/**
 * The packages of one type of source, step or sink, or of a few that belong together: all below
 * {@code source}, {@code step} and {@code sink} but those that the types share.
 */
final class TypePackages implements SliceAssignment {
  private static final Pattern NAME =
      Pattern.compile(
          "io\\.drey\\.jobs\\.(source|step|sink)\\.(?!line$|single$|content$|format(\\.|$)).+");

  static final DescribedPredicate<JavaClass> INSIDE =
      DescribedPredicate.describe("are of one type of source, step or sink", TypePackages::has);

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return has(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "types of sources, steps and sinks";
  }

  private static boolean has(JavaClass type) {
    return NAME.matcher(type.getPackageName()).matches();
  }
}
