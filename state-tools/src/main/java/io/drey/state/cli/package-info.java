/** The commands of {@code drey state}. */
@NullMarked
package io.drey.state.cli;

import org.jspecify.annotations.NullMarked;
