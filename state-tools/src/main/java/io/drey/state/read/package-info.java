/** The entries of states as rows of JSON. */
@NullMarked
package io.drey.state.read;

import org.jspecify.annotations.NullMarked;
