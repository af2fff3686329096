<?php
/**
 * Plugin Name: Hello Again for WooCommerce
 * Description: Puts the signup popup on every page of the shop. Put the files of dist/embed into the folder hello-again/ beside this file.
 * Requires Plugins: woocommerce
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

const HELLO_AGAIN_COLLECTOR = 'https://collect.example/v1/submissions';
const HELLO_AGAIN_REGION    = 'uk';

add_action(
	'wp_footer',
	static function () {
		if ( is_admin() || ! function_exists( 'wc_get_page_permalink' ) ) {
			return;
		}
		$user       = wp_get_current_user();
		$attributes = array(
			'src'            => plugins_url( 'hello-again/hello-again.js', __FILE__ ),
			'data-collector' => HELLO_AGAIN_COLLECTOR,
			'data-brand'     => get_bloginfo( 'name' ),
			'data-terms'     => wc_get_page_permalink( 'terms' ),
			'data-privacy'   => get_privacy_policy_url(),
			'data-region'    => HELLO_AGAIN_REGION,
			'data-storage'   => 'banner',
		);
		$written = '';
		foreach ( $attributes as $name => $value ) {
			$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
		echo '<script async' . $written . '></script>'; // phpcs:ignore -- every value is escaped above.
		if ( $user->exists() ) {
			$call = wp_json_encode( array( 'identify', array( 'email' => $user->user_email ) ), JSON_HEX_TAG );
			echo '<script>(window.HelloAgain = window.HelloAgain || []).push(' . $call . ')</script>'; // phpcs:ignore
		}
	}
);
